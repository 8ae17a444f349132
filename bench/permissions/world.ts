import { randomUUID } from 'node:crypto';
import { createDesk } from '../../cms/gateway/desk/desk.ts';
import { caseText } from '../../cms/gateway/fixtures/entry-texts.ts';
import {
  type StartedGateway,
  startGateway,
  type Visitor,
  visitorAt,
} from '../../cms/gateway/fixtures/start-gateway.ts';
import type { LiveSite } from '../../cms/gateway/live-site/live-site.ts';
import { freePort, signedInBy, startProvider } from '../../cms/gateway/login/fixtures/provider.ts';
import { createSeal } from '../../cms/gateway/login/seal.ts';
import { sessionCookieName } from '../../cms/gateway/login/session-cookie.ts';
import type { Session } from '../../cms/gateway/login/sessions.ts';
import { people } from '../../cms/gateway/permissions/fixtures/people.ts';
import { digestOf, newToken } from '../../cms/gateway/permissions/link-token.ts';
import type { Person } from '../../cms/gateway/permissions/person.ts';
import { createProposalVerdicts } from '../../cms/gateway/proposals/proposal-verdicts.ts';
import { entry as entryNamed } from '../../cms/gateway/repository/fixtures/temporary-repository.ts';
import type { ContentVersion } from '../../cms/gateway/repository/repository.ts';
import { usualNorms } from '../../cms/gateway/settings.ts';

/** Where an entry of さくら大学 is when somebody asks for something; each has a published version but `new draft`. */
export const states = [
  'published',
  'draft',
  'draft of the office',
  'in review',
  'returned',
  'approved',
  'withdrawal asked',
  'withdrawn',
  'deletion asked',
] as const;
export type State = (typeof states)[number];

export type PermissionWorld = {
  readonly gateway: StartedGateway;
  /** Somebody with a session as a sign-in would have sealed it. */
  signedIn(who: Person): Promise<Visitor>;
  /** An entry that nobody has asked about yet, in a state. @returns its path below content/ */
  entryIn(state: State): Promise<string>;
  /** The path of a link for the approval inside the institution; null where none can be made. */
  linkTo(path: string): Promise<string | null>;
  close(): Promise<void>;
};

const onTrouble = (error: unknown): never => {
  throw error;
};

/** A site on which everything shows at once: that takes no build. */
const siteThatFollows = (): LiveSite => ({
  folder: '',
  bases: async () => [],
  refresh() {},
  warmUp() {},
  stateOf: async () => ({ state: 'live', address: '/practices/', message: '公開済みです。' }),
  trouble: () => null,
  builtAt: async () => null,
  isBuilding: () => false,
  settled: async () => {},
  close: async () => {},
});

const reason = '社名が推測されるとの指摘がありました。';

/** Opens a whole gateway with as many published entries as the table has cells. */
export const openWorld = async (entries: number, audience: string): Promise<PermissionWorld> => {
  const port = await freePort();
  const provider = await startProvider(`http://127.0.0.1:${port}`);
  const settings = signedInBy(provider, port);
  const gateway = await startGateway({
    settings: { ...settings, maxDrafts: 10_000 },
    beside: ({ proposals, repository, presence, renaming, known, content, intake, members }) => {
      const liveSite = siteThatFollows();
      const desk = createDesk({
        proposals,
        repository,
        presence,
        renaming,
        known,
        liveSite,
        clock: () => new Date(),
        settings: usualNorms,
        institutionName: content.institutionName,
        verdicts: createProposalVerdicts({ repository, intake, onTrouble }),
        outlineOf: intake.outlineOf,
        members: members && { ...members, institutions: content.institutions },
        origin: null,
        basePath: '/',
        onTrouble,
      });
      return { liveSite, desk };
    },
  });
  const paths = Array.from({ length: entries }, (_, at) => `case-studies/sakura-u/cell-${at}`);
  for (const path of paths) {
    gateway.world.write(
      `content/${path}/index.mdx`,
      caseText({ fields: `audience: ${audience}\n` }),
    );
  }
  gateway.world.git('add', '-A');
  gateway.world.git('commit', '-qm', '表のための記事');
  const { proposals, repository } = gateway;
  const { sakura, editor } = people;
  const unused = paths.values();

  const done = async (what: Promise<{ kind: string; reason?: string }>) => {
    const outcome = await what;
    if (outcome.kind !== 'done' && outcome.kind !== 'published') {
      throw new Error(`${outcome.kind}: ${outcome.reason ?? ''}`);
    }
  };
  const seenOf = async (path: string): Promise<ContentVersion | null> =>
    (await repository.proposal(entryNamed(path)))?.content ?? null;
  const save = async (path: string, who: typeof sakura | typeof editor) => {
    const entry = entryNamed(path);
    const [text] = await repository.list(await repository.published(), entry);
    if (!text) throw new Error(`${path} is not published.`);
    const bytes = Buffer.from(caseText({ title: '直した題名', fields: `audience: ${audience}\n` }));
    await done(
      proposals.save(who, entry, [
        { address: text.address, bytes, basedOn: text.version } as never,
      ]),
    );
  };
  const ways: Record<State, (path: string) => Promise<void>> = {
    published: async () => {},
    draft: (path) => save(path, sakura),
    'draft of the office': (path) => save(path, editor),
    async 'in review'(path) {
      await save(path, sakura);
      await done(proposals.sendForReview(sakura, entryNamed(path), await seenOf(path)));
    },
    async returned(path) {
      await ways['in review'](path);
      await done(proposals.returnToAuthor(editor, entryNamed(path), reason, await seenOf(path)));
    },
    async approved(path) {
      await ways['in review'](path);
      await done(proposals.approve(editor, entryNamed(path), await seenOf(path)));
    },
    'withdrawal asked': (path) =>
      done(proposals.requestWithdrawal(sakura, entryNamed(path), reason)),
    withdrawn: (path) => done(proposals.withdraw(editor, entryNamed(path), reason)),
    'deletion asked': (path) => done(proposals.requestDeletion(sakura, entryNamed(path))),
  };
  return {
    gateway,
    async entryIn(state) {
      const { value: path } = unused.next();
      if (path === undefined) throw new Error('The world has too few entries.');
      await ways[state](path);
      return path;
    },
    async linkTo(path) {
      const token = newToken();
      const until = new Date(Date.now() + 86_400_000);
      const asked = { digest: digestOf(token), until, seen: await seenOf(path) };
      const outcome = await proposals.askForApproval(sakura, entryNamed(path), asked as never);
      return outcome.kind === 'done' ? `/approve/${token}` : null;
    },
    async signedIn(who) {
      const { secrets } = settings.provider ?? {};
      if (!secrets) throw new Error('Nobody can be signed in without a secret.');
      const now = Date.now();
      const session = { id: randomUUID(), who, knownAs: null, begun: now, sealed: now };
      const seal = createSeal({ ring: secrets, clock: () => new Date() });
      const sealed = await seal.close('session', session satisfies Session, 3600);
      return visitorAt(gateway.origin, `${sessionCookieName}=${sealed}`);
    },
    async close() {
      await Promise.all([gateway.close(), provider.close()]);
    },
  };
};

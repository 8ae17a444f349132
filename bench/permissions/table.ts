import { execFileSync } from 'node:child_process';
import { caseText } from '../../cms/gateway/fixtures/entry-texts.ts';
import type { Answer, Visitor } from '../../cms/gateway/fixtures/start-gateway.ts';
import type { Contributor } from '../../cms/gateway/permissions/contributor.ts';
import { people } from '../../cms/gateway/permissions/fixtures/people.ts';
import { checkProposal } from '../../cms/gateway/proposal-check/check-proposal.ts';
import { entry as entryNamed } from '../../cms/gateway/repository/fixtures/temporary-repository.ts';
import { createObjectReader } from '../../cms/gateway/repository/object-reader.ts';
import type { CommitId } from '../../cms/gateway/repository/repository.ts';
import { gitIn } from '../../cms/gateway/repository/run-git.ts';
import { type Ask, asks, asksOfPortal, type Entry } from './asks.ts';
import { openWorld, type PermissionWorld, type State, states } from './world.ts';

/** Who asks, from whoever may least. */
export const roles = [
  'nobody',
  'member',
  'other institution',
  'own institution',
  'editor',
] as const;
export type Role = (typeof roles)[number];

/**
 * What came of it. `yes`: it was done. `not now`: allowed, but not from where the entry is. `no`: not allowed, with the
 * reason. `sign in`: whoever asks is nobody.
 */
export type Cell = 'yes' | 'not now' | 'no' | 'sign in' | '–';

export type Row = {
  readonly way: string;
  readonly action: string;
  readonly state: string;
  readonly cells: Readonly<Record<Role, Cell>>;
};

const cellOf = ({ status, headers }: Pick<Answer, 'status' | 'headers'>): Cell => {
  // Where there is a provider, a page leads nobody to an answer but to the way in.
  if (headers.get('location')?.includes('/admin/session/begin')) return 'sign in';
  if (status < 400) return 'yes';
  if (status === 401) return 'sign in';
  if (status === 403) return 'no';
  // 404: there is no such proposal; 409, 422: it is elsewhere, or lacks something.
  if (status === 404 || status === 409 || status === 422) return 'not now';
  throw new Error(`Nobody should be answered ${status}.`);
};

const sakura = people.sakura as Extract<Contributor, { role: 'contributor' }>;

/**
 * Asks everything of a running gateway.
 * @param wanted the states that are looked at
 * @param isAsked which questions are asked; all where it is left out
 */
export const askEverything = async (
  audience: 'public' | 'network',
  wanted: readonly State[] = states,
  isAsked: (asked: Pick<Ask, 'way' | 'action'>) => boolean = () => true,
): Promise<readonly Row[]> => {
  const asked = asks.filter(isAsked);
  const isWhole = asked.length === asks.length;
  const mostEntries = wanted.length * (asks.length + links.length) * roles.length;
  const world = await openWorld(mostEntries, audience);
  try {
    const { gateway } = world;
    const visitors: Record<Role, Visitor> = {
      nobody: gateway.nobody,
      // Of the institution itself, and for reading alone.
      member: await world.signedIn({ role: 'member', institution: sakura.institution }),
      'other institution': await world.signedIn(people.momiji),
      'own institution': await world.signedIn(people.sakura),
      editor: await world.signedIn(people.editor),
    };
    const rows: Row[] = [];
    for (const state of wanted) {
      for (const { way, action, ask } of asked) {
        const cells = {} as Record<Role, Cell>;
        let entry: Entry | null = null;
        for (const role of roles) {
          entry ??= await entryIn(world, state);
          cells[role] = cellOf(await ask(visitors[role], entry));
          // What was refused has changed nothing; what was done may have.
          if (cells[role] === 'yes' && !action.startsWith('read ')) entry = null;
        }
        rows.push({ way, action, state, cells });
      }
      for (const answer of isWhole ? links : []) rows.push(await byLink(world, state, answer));
    }
    if (isWhole) rows.push(...(await ofPortal(visitors)), ...(await onHost(world)));
    return rows;
  } finally {
    await world.close();
  }
};

const ofPortal = async (visitors: Record<Role, Visitor>): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const { way, action, ask } of asksOfPortal) {
    const cells = {} as Record<Role, Cell>;
    for (const role of roles) {
      cells[role] = cellOf(await ask(visitors[role], noEntry));
    }
    rows.push({ way, action, state: '–', cells });
  }
  return rows;
};
const noEntry: Entry = { path: '', seen: null, text: null, published: '' };

const entryIn = async (world: PermissionWorld, state: State): Promise<Entry> => {
  const path = await world.entryIn(state);
  const { repository } = world.gateway;
  const entry = entryNamed(path);
  const proposal = await repository.proposal(entry);
  const published = await repository.published();
  const [text] = await repository.list(proposal?.commit ?? published, entry);
  return { path, seen: proposal?.content ?? null, text: text?.version ?? null, published };
};

const links = [
  { action: 'approve', form: { answer: 'approve', on: '2026-11-30', office: '研究推進部' } },
  { action: 'return', form: { answer: 'return', reason: '数字を確かめてください。' } },
] as const;

/** Whoever holds a link is nobody to the portal: no role changes what it opens. */
const byLink = async (
  world: PermissionWorld,
  state: State,
  { action, form }: (typeof links)[number],
): Promise<Row> => {
  const { path } = await entryIn(world, state);
  const link = await world.linkTo(path);
  const send = async (address: string): Promise<Cell> => {
    const answer = await world.gateway.nobody.ask(address, {
      method: 'POST',
      headers: { origin: 'null', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(form),
    });
    return answer.status === 503 ? 'not now' : cellOf(answer);
  };
  const cell: Cell = link ? await send(link) : '–';
  const cells = Object.fromEntries(roles.map((role) => [role, cell])) as Record<Role, Cell>;
  return { way: 'link', action, state, cells };
};

/** The same entry and the registry, proposed on a git host. */
const onHost = async ({ gateway: { world } }: PermissionWorld): Promise<Row[]> => {
  const main = world.git('symbolic-ref', '--short', 'HEAD').trim();
  const base = world.git('rev-parse', main).trim() as CommitId;
  const reader = createObjectReader(world.folder);
  const own = 'content/case-studies/sakura-u/cell-0/index.mdx';
  const registry = 'content/institutions/sakura-u.yaml';
  const proposed: Record<string, () => void> = {
    save: () => world.commit(own, caseText({ title: 'もう一つの題名' })),
    delete: () => {
      world.git('rm', '-q', own);
      world.git('commit', '-qm', '消す');
    },
    'stop showing': () => world.commit(own, caseText({ fields: 'withdrawn: true\n' })),
    'change the registry': () =>
      world.commit(
        registry,
        `${world.git('show', `${base}:${registry}`)}notes:\n  - 移しました。\n`,
      ),
    'change the program': () => world.commit('package.json', '{}'),
  };
  const whoIs: Record<Exclude<Role, 'nobody' | 'member'>, Contributor> = {
    'other institution': people.momiji,
    'own institution': people.sakura,
    editor: people.editor,
  };
  const rows: Row[] = [];
  try {
    for (const [action, propose] of Object.entries(proposed)) {
      world.git('checkout', '-qfB', 'proposal', base);
      propose();
      const head = world.git('rev-parse', 'HEAD').trim() as CommitId;
      const cells: Record<Role, Cell> = { nobody: 'sign in', member: 'sign in' } as never;
      for (const [role, who] of Object.entries(whoIs)) {
        const { findings } = await checkProposal(
          {
            git: gitIn(world.folder),
            reader,
            attachments: { read: async () => execFileSync('false') as never },
            contentFolder: 'content',
          },
          { base, head, who },
        );
        cells[role as Role] = findings.some(({ code }) => code === 'not-allowed') ? 'no' : 'yes';
      }
      rows.push({ way: 'CI', action, state: 'published', cells });
    }
  } finally {
    world.git('checkout', '-qf', main);
    reader.close();
  }
  return rows;
};

/** Writes the rows out, for people. */
export const tableText = (audience: string, rows: readonly Row[]): string =>
  [
    `## ${audience}`,
    '',
    `| way in | action | state | ${roles.join(' | ')} |`,
    `| --- | --- | --- | ${roles.map(() => '---').join(' | ')} |`,
    ...rows.map(
      ({ way, action, state, cells }) =>
        `| ${way} | ${action} | ${state} | ${roles.map((role) => cells[role]).join(' | ')} |`,
    ),
    '',
  ].join('\n');

/** Reads rows out of a text that `tableText` wrote. @param audience of which part; of all where it is left out */
export const rowsIn = (text: string, audience?: string): readonly Row[] =>
  (audience === undefined ? text : (text.split(`## ${audience}\n`)[1]?.split('\n## ')[0] ?? ''))
    .split('\n')
    .filter((line) => /^\| (?:form|desk|protocol|wishes|link|CI) \|/.test(line))
    .map((line) => {
      const [way = '', action = '', state = '', ...cells] = line.slice(2, -2).split(' | ');
      const named = roles.map((role, at) => [role, cells[at]]);
      return { way, action, state, cells: Object.fromEntries(named) };
    });

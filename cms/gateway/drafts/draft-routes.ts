import { Hono } from 'hono';
import type { z } from 'zod';
import type { AttachmentReader } from '../../../src/attachments/reading.ts';
import { isUnsafe } from '../../../src/check/problem.ts';
import type { AttachmentText } from '../../wire/attachment-text.ts';
import type { problemList } from '../../wire/field-problem.ts';
import type { Publication } from '../../wire/publication.ts';
import { previewForm } from '../../wire/sent.ts';
import type { LiveSite } from '../live-site/live-site.ts';
import type { GatewayEnv } from '../login/signed-in.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { decide } from '../permissions/decide.ts';
import { type Draft, draftStyleSheet, type Preview } from '../preview/preview.ts';
import type { Intake } from '../proposals/intake.ts';
import { sentences as proposalSentences } from '../proposals/sentences.ts';
import { type EntryAddress, type FileAddress, fileName } from '../repository/content-address.ts';
import { versionOf } from '../repository/git-object.ts';
import type { FileContent, Repository, StoredFile } from '../repository/repository.ts';
import { requireAllowed } from '../requests/allowed.ts';
import type { Bodies } from '../requests/bodies.ts';
import { jsonOf } from '../requests/json-body.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { entryAtPath, fileOf, textFileOf } from '../requests/sent-paths.ts';
import { sentences } from '../requests/sentences.ts';
import { attachmentTextOf } from './attachment-text.ts';
import type { DraftVersions } from './draft-versions.ts';
import { fileAnswer } from './file-answer.ts';

export type DraftParts = {
  readonly bodies: Bodies;
  readonly repository: Repository;
  readonly intake: Intake;
  readonly reader: Pick<AttachmentReader, 'read'>;
  readonly preview: Preview | null;
  readonly liveSite: Pick<LiveSite, 'stateOf'> | null;
  readonly versions: DraftVersions;
  readonly clock: () => Date;
};

/** Makes what the editor asks beside Decap's protocol: how a draft looks, what is wrong with it, whether it is live. */
export const createDraftRoutes = ({
  bodies,
  repository,
  intake,
  reader,
  preview,
  liveSite,
  versions,
  clock,
}: DraftParts): Hono<GatewayEnv> => {
  const mayReadDraft = (who: Contributor, entry: EntryAddress): boolean =>
    decide(who, { kind: 'read-draft', entry }).allowed;

  /** An entry's files as somebody may see them: the draft's for those who work on it, else the published ones. */
  const visible = async (
    who: Contributor,
    entry: EntryAddress,
  ): Promise<{ files: readonly FileContent[]; version: number; hasPublishedFiles: boolean }> => {
    requireAllowed(who, { kind: 'read-published', entry });
    const proposal = mayReadDraft(who, entry) ? await repository.proposal(entry) : null;
    const tip = await repository.published();
    const listed = await repository.list(proposal?.commit ?? tip, entry);
    const published = proposal ? await repository.list(tip, entry) : listed;
    return {
      files: await repository.readAll(listed),
      hasPublishedFiles: besideText(listed) === besideText(published),
      version: proposal ? await versions(entry, proposal.commit) : 1,
    };
  };

  const page = async (draft: Omit<Draft, 'date'>): Promise<string> => {
    if (!preview) throw new RefusedRequest(503, sentences.noPreview);
    const html = await preview.render({ ...draft, date: clock() });
    if (html === null) throw new RefusedRequest(422, sentences.tooComplexToShow);
    return html;
  };

  const file = async (who: Contributor, address: FileAddress): Promise<FileContent> => {
    const { files } = await visible(who, address.entry);
    const found = files.find(({ address: { path } }) => path === address.path);
    if (!found || address.part === 'text') throw new RefusedRequest(404, sentences.missingFile);
    return found;
  };

  return new Hono<GatewayEnv>()
    .get('/problems/:path{.+}', async (c) => {
      const entry = entryAtPath(c.req.param('path'));
      const { files } = await visible(c.var.who, entry);
      const problems = await intake.problemsOf(entry, files);
      return c.json({ problems } satisfies z.input<typeof problemList>);
    })

    .get(draftStyleSheet.address.replace('/admin', ''), (c) =>
      c.body(draftStyleSheet.text, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
    )

    .post('/preview', bodies.of('text'), async (c) => {
      const read = previewForm.safeParse(await jsonOf(c));
      if (!read.success) throw new RefusedRequest(422, sentences.unreadable);
      const address = textFileOf(read.data.path);
      const { entry } = address;
      requireAllowed(c.var.who, { kind: 'read-draft', entry });
      const { files: stored, version, hasPublishedFiles } = await visible(c.var.who, entry);
      const bytes = Buffer.from(read.data.text);
      const text = { address, bytes, version: versionOf(bytes, await repository.published()) };
      const files = [text, ...stored.filter(({ address: { part } }) => part !== 'text')];
      const problems = await intake.problemsOf(entry, files);
      const unsafe = problems.filter(
        (problem) => problem.path === address.path && isUnsafe(problem),
      );
      if (unsafe.length > 0) {
        throw new RefusedRequest(422, proposalSentences.unsafe, { problems: unsafe });
      }
      const { chosen } = read.data;
      return c.html(
        await page({ entry, files, purpose: 'preview', version, hasPublishedFiles, chosen }),
      );
    })

    .get('/approval/:path{.+}', async (c) => {
      const entry = entryAtPath(c.req.param('path'));
      requireAllowed(c.var.who, { kind: 'read-draft', entry });
      const { files, version, hasPublishedFiles } = await visible(c.var.who, entry);
      if (files.length === 0) throw new RefusedRequest(404, sentences.missingFile);
      return c.html(await page({ entry, files, purpose: 'approval', version, hasPublishedFiles }));
    })

    .get('/files/:path{.+}', async (c) => {
      const { address, bytes } = await file(c.var.who, fileOf(c.req.param('path')));
      return fileAnswer(c, fileName(address.path), bytes);
    })

    .get('/attachment-text/:path{.+}', async (c) => {
      const { who } = c.var;
      const { address, bytes } = await file(who, fileOf(c.req.param('path')));
      const text = await attachmentTextOf(reader, who, fileName(address.path), bytes);
      if (!text) throw new RefusedRequest(404, sentences.missingFile);
      return c.json(text satisfies AttachmentText);
    })

    .get('/publication/:path{.+}', async (c) => {
      const entry = entryAtPath(c.req.param('path'));
      requireAllowed(c.var.who, { kind: 'read-published', entry });
      if (!liveSite) throw new RefusedRequest(503, sentences.noPreview);
      return c.json((await liveSite.stateOf(entry)) satisfies Publication);
    });
};

/** Which versions of which files lie beside a text. */
const besideText = (files: readonly StoredFile[]): string =>
  files
    .flatMap(({ address, version }) =>
      address.part === 'text' ? [] : [`${address.path}\n${version}`],
    )
    .sort()
    .join('\n');

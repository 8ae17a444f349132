import type { AttachmentReadings } from '../../../src/check/attachments/attachment-readings.ts';
import { withheldFiles } from '../../../src/check/attachments/withheld-files.ts';
import { type ContentChecker, createContentChecker } from '../../../src/check/content-checker.ts';
import { type ContentEntry, contentEntry } from '../../../src/check/content-entry.ts';
import { type EntryPlace, placeOf } from '../../../src/check/content-place.ts';
import {
  bodyField,
  type FieldProblem,
  isInAttachment,
  isUnsafe,
  sentenceAtForm,
} from '../../../src/check/problem.ts';
import { decodeUtf8 } from '../../../src/check/read-entry.ts';
import { fileSize } from '../../../src/formats/file-size.ts';
import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import { isShown } from '../../../src/loader/edition.ts';
import {
  editionContent,
  type ReadContent,
  shownData,
  shownEntries,
} from '../../../src/loader/edition-content.ts';
import { entryContext } from '../../../src/loader/entry-context.ts';
import { fileKind } from '../../../src/loader/files.ts';
import { renderedEntry } from '../../../src/loader/rendered-entry.ts';
import { addressOf, below } from '../../../src/schema/addresses.ts';
import { collections } from '../../../src/schema/collections.ts';
import { entryTitle } from '../../../src/schema/entry-title.ts';
import { isInConfidence } from '../../../src/schema/in-confidence.ts';
import { audiences, origins } from '../../../src/schema/taxonomy.ts';
import type { Settings } from '../../../src/settings.ts';
import type { ContentFiles } from '../../../src/source/content-files.ts';
import { readFrontMatter } from '../../../src/source/front-matter.ts';
import { readSource, readYamlSource, type Source } from '../../../src/source/read-source.ts';
import { fileName } from '../repository/content-address.ts';
import type { Draft, DraftSurroundings } from './draft.ts';
import { mendedData } from './mended-data.ts';
import type { ApprovalFacts, DraftFrame, ShownProblem } from './page/draft-frame.ts';
import type { PageRequest, RenderedContent } from './page/render-page.ts';
import { siteStyles } from './site-styles.ts';
import { unwrittenWords } from './words.ts';

/** What is asked to be rendered: a draft without what only the repository knows of it. */
export type DraftPage = {
  readonly purpose: Draft['purpose'];
  readonly around?: DraftSurroundings;
  readonly version: number;
  readonly date: Date;
  readonly hasPublishedFiles: boolean;
  readonly chosen: readonly string[];
  /** The draft's content path. */
  readonly path: string;
  readonly files: ContentFiles;
  /** What was read of the documents among them. */
  readonly readings: AttachmentReadings;
};

export type DraftRenderer = {
  render(draft: DraftPage): Promise<string>;
  /** The same renderer over a content in which some entries have changed; without files an entry is gone. */
  with(entries: Iterable<{ path: string; files: ContentFiles }>): DraftRenderer;
};

export type RendererParts = {
  readonly settings: Pick<Settings, 'edition' | 'basePath' | 'siteUrl'>;
  /** The built site, whose style sheets the page uses. */
  readonly siteFolder: string;
  /** The style sheet of drafts. */
  readonly styleAddress: string;
  renderPage(request: PageRequest): Promise<string>;
};

/**
 * Makes pages of drafts over the published content, which is read once: a draft goes the way of every entry from source
 * to check to loader, alone, and the catalogue and the components of the site make its page.
 * @param published the text files of the content; of attachments the names are enough
 */
export const createDraftRenderer = (published: ContentFiles, parts: RendererParts): DraftRenderer =>
  rendererOver(createContentChecker(published), parts);

const rendererOver = (checker: ContentChecker, parts: RendererParts): DraftRenderer => {
  const worlds = new Map<Settings['edition'], PublishedWorld>();
  const worldOf = (edition: Settings['edition']): PublishedWorld => {
    const known = worlds.get(edition) ?? publishedWorld(checker, edition);
    worlds.set(edition, known);
    return known;
  };

  return {
    render: (draft) => renderDraft(draft, checker, worldOf, parts),
    with: (entries) => {
      let next = checker;
      for (const { path, files } of entries) next = next.with(path, files);
      return rendererOver(next, parts);
    },
  };
};

/** The published content as an edition shows it. */
type PublishedWorld = {
  shown: ReadonlyMap<string, ContentEntry>;
  entries: ReadonlyMap<string, RenderedContent>;
};

const publishedWorld = (
  { readings }: ContentChecker,
  edition: Settings['edition'],
): PublishedWorld => {
  const all = readings.flatMap(({ entry }) => entry ?? []);
  const shown = shownEntries(all, { edition });
  const entries = [...shown].map(([path, { collection, id, data }]) => {
    const known = shownData(collection, data, (other) => shown.has(other));
    return [path, { collection, id, data: known }] as const;
  });
  return { shown, entries: new Map(entries) };
};

const renderDraft = async (
  draft: DraftPage,
  checker: ContentChecker,
  worldOf: (edition: Settings['edition']) => PublishedWorld,
  { settings, siteFolder, styleAddress, renderPage }: RendererParts,
): Promise<string> => {
  const { readings } = draft;
  const chosen = new Set(draft.chosen.map((name) => name.normalize('NFC')));
  const problems = checker
    .problemsOf(draft.path, draft.files, readings)
    .filter(({ missingFile }) => !missingFile || !chosen.has(missingFile.normalize('NFC')));
  const day = dayInJapan(draft.date);
  // A file that must not get out is left out of the page, as a build leaves it out.
  const isHostile = problems.some((problem) => isUnsafe(problem) && !isInAttachment(problem.code));
  const read = isHostile ? null : readDraft(draft, day);
  // What is for the network alone is a page of the network's edition, and may link to what only that shows. Whoever decides by
  // a link has not signed in: beside the text that the link is for, they see what everybody does.
  const isForNetwork =
    read !== null && !isShown({ ...audienceOf(read.entry), withdrawn: false }, 'public');
  const isSeenByMembers = isForNetwork && draft.purpose !== 'decision';
  const { shown, entries } = worldOf(isSeenByMembers ? 'network' : settings.edition);
  const address = addressOfDraft(draft);
  const content = {
    files: draft.files,
    readings,
    withheld: withheldFiles(problems),
  };
  const rendered = read && renderDocument(read, shown, draft, content, settings);

  const frame: DraftFrame = {
    purpose: draft.purpose,
    around: draft.around ?? null,
    version: draft.version,
    day,
    styles: [
      ...siteStyles(siteFolder, likePages(draft, address, entries)),
      draft.around?.styleSheet ?? styleAddress,
    ],
    problems: problems.map((problem) => shownProblem(problem, draft, settings)),
    isWithheld: rendered === null,
    standing: standingOf(draft, read, checker),
    isWithdrawn: read !== null && read.entry.data.withdrawn === true,
    approval: approvalFacts(draft, address, rendered, read?.mended ?? new Set(), shown, settings),
  };
  return renderPage({
    entries: [
      ...new Map([...entries, ...(rendered ? [[draft.path, rendered] as const] : [])]).values(),
    ],
    draft: draft.path,
    address: below(settings.basePath, address),
    frame,
  });
};

/** How a draft stands to what readers see: by what it says, whatever way its file is written. */
const standingOf = (
  { path, hasPublishedFiles }: DraftPage,
  read: ReadDraft | null,
  { readings }: ContentChecker,
): DraftFrame['standing'] => {
  const published = readings.find(({ place }) => place.contentPath === path)?.entry;
  if (!published) return 'new';
  return hasPublishedFiles && read && says(read.entry) === says(published)
    ? 'published'
    : 'changed';
};

/** What an entry says, without the ways in which that can be written and the day of the save (`updated`), which nobody writes. */
const says = ({ path, text, data }: ContentEntry): string => {
  const body = path.endsWith('.yaml') ? '' : readFrontMatter(withLineFeeds(text)).body.trim();
  const written = Object.entries(data).filter(([name]) => name !== 'updated');
  const inOrder = written.sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([inOrder, body]);
};

const withLineFeeds = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

const placeOfDraft = ({ path, files }: DraftPage): EntryPlace | null => {
  for (const file of files.values()) {
    const place = placeOf(file.path);
    if (place.kind === 'entry' && place.contentPath === path) return place;
  }
  return null;
};

type ReadDraft = { entry: ContentEntry; mended: ReadonlySet<string>; isBodyReadable: boolean };

/** Reads a draft as far as it goes; null where it has no fields that can be read. */
const readDraft = (draft: DraftPage, day: string): ReadDraft | null => {
  const place = placeOfDraft(draft);
  const text = place && decodeUtf8(draft.files.get(place.path)?.bytes() ?? new Uint8Array());
  if (!place || text === null) return null;
  const source: Source = place.path.endsWith('.yaml') ? readYamlSource(text) : readSource(text);
  if (source.data === null) return null;
  const institution = institutionInPath(place);
  const fields = mendedData(place.collection, source.data, { institution, today: day });
  if (!fields) return null;
  return {
    entry: contentEntry(place, { text, data: fields.data, body: source.body }),
    mended: fields.mended,
    isBodyReadable: place.path.endsWith('.yaml') || source.body !== null,
  };
};

const institutionInPath = ({ collection, id }: EntryPlace): string | null =>
  collections[collection].layout === 'institution' ? (id.split('/')[0] ?? null) : null;

const audienceOf = ({ data }: ContentEntry): { audience: 'public' | 'network' } => ({
  audience: data.audience,
});

const bodyNote = `<p class="muted">${unwrittenWords.bodyUnreadable}</p>`;

/** What the loader would store of the draft, but that its files are those of the draft. */
const renderDocument = (
  { entry, isBodyReadable }: ReadDraft,
  published: ReadonlyMap<string, ContentEntry>,
  { path, around }: Pick<DraftPage, 'path' | 'around'>,
  files: ReadContent,
  settings: RendererParts['settings'],
): RenderedContent => {
  const shown = new Map([...published, [path, entry]]);
  const content = editionContent(files, shown, settings);
  const filesAt = around?.filesAt ?? `/admin/files/${path}/`;
  const context = entryContext(entry, content, settings, filesAt);
  const { collection, id, body } = entry;
  const data = shownData(collection, entry.data, (other) => shown.has(other));
  const stored = renderedEntry(data, body, context);
  if (!isBodyReadable) stored.rendered.html = bodyNote;
  return { collection, id, ...stored };
};

/** Where the page will be, below the base path. */
const addressOfDraft = (draft: DraftPage): string => {
  const place = placeOfDraft(draft);
  return place ? addressOf(place.collection, place.id) : '/';
};

const fewPages = 5;

/** Published pages that have the layout of the draft's page. */
const likePages = (
  draft: DraftPage,
  address: string,
  entries: PublishedWorld['entries'],
): string[] => {
  const collection = placeOfDraft(draft)?.collection;
  const isOfInstitution = collection && collections[collection].layout === 'institution';
  const alike = [...entries.values()].filter((other) =>
    isOfInstitution
      ? collections[other.collection].layout === 'institution'
      : other.collection === collection,
  );
  return [
    address,
    ...alike.slice(0, fewPages).map((other) => addressOf(other.collection, other.id)),
  ];
};

const shownProblem = (
  problem: FieldProblem,
  draft: DraftPage,
  { basePath }: RendererParts['settings'],
): ShownProblem => ({
  severity: problem.severity,
  message: sentenceAtForm(problem),
  place: placeOfProblem({ path: problem.path, field: problem.field }, draft),
  help: below(basePath, `/help/problems/#${problem.code}`),
});

/** What the form calls the place of a problem: a field, the text, or a file. */
const placeOfProblem = (
  { path, field }: { path: string; field: string | undefined },
  draft: DraftPage,
): string => {
  const place = placeOfDraft(draft);
  if (place && field === undefined && path !== place.path) return fileName(path);
  if (!place || field === undefined) return unwrittenWords.wholeFile;
  if (field === bodyField) return unwrittenWords.body;
  const shape: Record<string, { meta?(): { label?: string } | undefined }> =
    collections[place.collection].schema.shape;
  const [name = ''] = field.split('.');
  return shape[name]?.meta?.()?.label ?? name;
};

const approvalFacts = (
  draft: DraftPage,
  address: string,
  rendered: RenderedContent | null,
  mended: ReadonlySet<string>,
  shown: ReadonlyMap<string, ContentEntry>,
  { basePath, siteUrl }: RendererParts['settings'],
): ApprovalFacts => {
  const data = (rendered?.data ?? {}) as Partial<
    Record<'title' | 'name' | 'term' | 'institution', string>
  > & {
    audience?: keyof typeof audiences;
    attachments?: readonly { file: string; title: string; rights: string }[];
    approval?: { on: string; office: string };
  };
  const registered = data.institution ? shown.get(`institutions/${data.institution}`) : undefined;
  const name = registered?.collection === 'institutions' ? registered.data.name : data.institution;
  const isToldInConfidence =
    data.institution !== undefined && isInConfidence({ institution: data.institution });
  const path = below(basePath, address);
  const listed = new Map(data.attachments?.map((one) => [one.file, one]));
  return {
    title: entryTitle(data) ?? unwrittenWords.untitled,
    institution: isToldInConfidence ? origins['in-confidence'] : (name ?? data.name ?? ''),
    address: siteUrl ? new URL(path, siteUrl).href : path,
    audience: data.audience && !mended.has('audience') ? audiences[data.audience] : null,
    attachments: [...draft.files.values()].flatMap((file) => {
      if (placeOf(file.path).kind !== 'attachment') return [];
      const listedAs = fileName(file.path);
      const { title = listedAs, rights = '' } = listed.get(listedAs) ?? {};
      const description = `${fileKind(listedAs)}　${fileSize(file.size)}`;
      return [{ title, name: listedAs, description, rights }];
    }),
    decision: data.approval ?? null,
  };
};

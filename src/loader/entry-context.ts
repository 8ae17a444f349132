import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Document } from '../check/check-content.ts';
import { addressOf } from '../schema/addresses.ts';
import type { Settings } from '../settings.ts';
import { chartFigure, chartRows } from './chart.ts';
import type { EditionContent } from './edition-content.ts';
import { fileKind, fileSize } from './files.ts';
import { pictureSize } from './picture-size.ts';
import type { BodyContext, ShownFile } from './render-body.ts';

/** A file that this edition emits because one of its entries shows it. */
export type EmittedFile = ShownFile & {
  name: string;
  bytes: number;
  /** Below the content folder. */
  path: string;
};

export type EntryContext = BodyContext & {
  /** Every file beside the entry that its data or its rendered body named so far. */
  usedFiles(): EmittedFile[];
  /** One digest for each file beside the entry. */
  folderDigests(): string[];
};

const hasScheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * What one document's body needs while it is rendered: its links, its files, its charts.
 * @param filesAt the address below which the files beside it are served, where that is not its own page
 */
export function entryContext(
  document: Document,
  { files, folders, shown, headwords }: EditionContent,
  { basePath }: Pick<Settings, 'basePath'>,
  filesAt = `${basePath}${addressOf(document.collection, document.id).slice(1)}`,
): EntryContext {
  const folder = posix.dirname(document.path);
  const used = new Map<string, EmittedFile>();
  const attachments = 'attachments' in document.data ? document.data.attachments : [];
  const figures = 'figures' in document.data ? document.data.figures : [];

  const use = (name: string): EmittedFile => {
    const known = used.get(name);
    if (known) return known;
    const path = posix.join(folder, name);
    const bytes = files.get(path)?.size ?? 0;
    const kind = fileKind(name);
    const file = {
      name,
      path,
      kind,
      bytes,
      address: `${filesAt}${encodeURIComponent(name)}`,
      title: attachments.find((attachment) => attachment.file === name)?.title ?? name,
      description: `${kind}　${fileSize(bytes)}`,
    };
    used.set(name, file);
    return file;
  };

  const contentTarget = (path: string) =>
    [path, `${path}/index.mdx`, `${path}.yaml`]
      .map((candidate) => candidate.replace(/(?:\/index\.mdx|\.yaml)$/, ''))
      .map((candidate) => shown.get(candidate))
      .find((target) => target !== undefined);

  const inFolder = (name: string) => files.get(posix.join(folder, name));

  return {
    headwords,
    resolveLink(href) {
      if (href.startsWith('#') || hasScheme.test(href)) return href;
      if (href.startsWith('/')) return `${basePath}${href.slice(1)}`;
      const [path = '', anchor] = href.split('#', 2);
      const resolved = posix.normalize(posix.join(folder, decodeURI(path))).replace(/\/$/, '');
      if (posix.dirname(resolved) === folder && files.has(resolved) && resolved !== document.path) {
        return use(posix.basename(resolved)).address;
      }
      const target = contentTarget(resolved);
      if (!target) return null;
      const address = `${basePath}${addressOf(target.collection, target.id).slice(1)}`;
      return anchor ? `${address}#${anchor}` : address;
    },
    file: use,
    pictureSize: (name) => pictureSize(inFolder(name)?.head(64 * 1024)),
    chart({ data = '', title = '', denominator = '', unit = '' }) {
      const csv = new TextDecoder().decode(inFolder(data)?.bytes());
      return chartFigure({
        title,
        denominator,
        unit,
        csvAddress: use(data).address,
        ...chartRows(csv),
      });
    },
    usedFiles() {
      for (const { file } of attachments) use(file);
      for (const { data } of figures) use(data);
      return [...used.values()];
    },
    folderDigests: () =>
      (folders.get(folder) ?? [])
        .filter((file) => file.path !== document.path)
        .map((file) => `${file.path} ${createHash('sha256').update(file.bytes()).digest('hex')}`),
  };
}

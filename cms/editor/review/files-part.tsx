import { useState } from 'react';
import { fileSize } from '../../../src/formats/file-size.ts';
import type { ComparedFile, FileChange, PageChange } from '../../difference/compare-files.ts';
import { linesOf } from '../../difference/lines.ts';
import { idOf } from './change-list.ts';
import { MarkedText } from './marked-text.tsx';
import { reviewWords as words } from './words.ts';

type Props = {
  readonly entry: string;
  /** What the earlier version is called: 公開中. */
  readonly earlier: string;
  readonly changed: readonly FileChange[];
  readonly same: readonly ComparedFile[];
  readonly isWhole: boolean;
  readonly current: string | null;
};

/** The files, old and new side by side, with what of their text changed by page. */
export const FilesPart = ({ entry, earlier, changed, same, isWhole, current }: Props) => (
  <>
    {changed.map((file, index) => (
      <section
        key={(file.after ?? file.before)?.name}
        id={idOf.file(index)}
        tabIndex={-1}
        className="portal-change"
        aria-label={(file.after ?? file.before)?.name}
        data-current={current === idOf.file(index)}
        data-field={`file:${(file.after ?? file.before)?.name}`}
      >
        <FilePart entry={entry} earlier={earlier} file={file} />
      </section>
    ))}
    {same.length > 0 && (
      <p className="portal-same-line">
        {!isWhole && words.sameFiles}
        {same.map((file, index) => (
          <span key={file.name}>
            {index > 0 && '、'}
            <FileLink entry={entry} file={file} label={file.name} />
          </span>
        ))}
      </p>
    )}
  </>
);

const addressOf = (entry: string, { name, version }: ComparedFile): string =>
  `/admin/reviewed-files/${version}/${entry}/${encodeURIComponent(name)}`;

type LinkProps = { readonly entry: string; readonly file: ComparedFile; readonly label: string };

const FileLink = ({ entry, file, label }: LinkProps) => (
  <a href={addressOf(entry, file)} target="_blank" rel="noreferrer">
    {label}
  </a>
);

type FileProps = {
  readonly entry: string;
  readonly earlier: string;
  readonly file: FileChange;
};

const FilePart = ({ entry, earlier, file: { before, after, pages } }: FileProps) => {
  const [isBeside, setIsBeside] = useState(false);
  const isCut = before?.reading?.isCut === true || after?.reading?.isCut === true;
  return (
    <>
      <div className="portal-sides">
        <Side entry={entry} title={earlier} file={before} none={words.noFileBefore} />
        <Side entry={entry} title={words.fileNow} file={after} none={words.noFileNow} />
      </div>
      {before && after && <Pages pages={pages} unit={after.reading?.unit ?? 'page'} />}
      {isCut && <p className="portal-soft">{words.textIsCut}</p>}
      {before && after && [before, after].every(isShownInPage) && (
        <>
          <button
            type="button"
            className="portal-button"
            aria-expanded={isBeside}
            onClick={() => setIsBeside(!isBeside)}
          >
            {words.sideBySide}
          </button>
          {isBeside && (
            <div className="portal-sides">
              <Shown entry={entry} file={before} />
              <Shown entry={entry} file={after} />
            </div>
          )}
        </>
      )}
    </>
  );
};

type SideProps = {
  readonly entry: string;
  readonly title: string;
  readonly file: ComparedFile | null;
  readonly none: string;
};

const Side = ({ entry, title, file, none }: SideProps) => (
  <div>
    <p>
      <strong>{title}</strong> {file && <small className="portal-soft">{factsOf(file)}</small>}
    </p>
    <p>{file ? <FileLink entry={entry} file={file} label={words.open(file.name)} /> : none}</p>
  </div>
);

const factsOf = ({ bytes, reading }: ComparedFile): string => {
  const count = reading?.pageCount ?? null;
  const name = reading ? unitNames[reading.unit] : null;
  return [count !== null && name ? `${count}${name}` : '', fileSize(bytes)].join('　').trim();
};

const unitNames: Record<NonNullable<ComparedFile['reading']>['unit'], string | null> = {
  page: 'ページ',
  slide: 'スライド',
  sheet: 'シート',
  archive: 'ファイル',
  text: null,
  picture: null,
};

const isPicture = (name: string): boolean => /\.(?:png|jpe?g|webp|svg)$/i.test(name);
const isShownInPage = ({ name }: ComparedFile): boolean => isPicture(name) || /\.pdf$/i.test(name);

const Shown = ({ entry, file }: { readonly entry: string; readonly file: ComparedFile }) =>
  isPicture(file.name) ? (
    <img src={addressOf(entry, file)} alt={file.name} />
  ) : (
    <iframe src={addressOf(entry, file)} title={file.name} />
  );

type PagesProps = {
  readonly pages: readonly PageChange[] | null;
  readonly unit: NonNullable<ComparedFile['reading']>['unit'];
};

const Pages = ({ pages, unit }: PagesProps) => {
  if (!pages || pages.length === 0) return <p>{words.noText}</p>;
  if (pages.every(({ sign }) => sign === null)) return <p>{words.sameText}</p>;
  return (
    <ul className="portal-pages">
      {pages.map((page) => (
        <li key={`${page.before} ${page.after}`}>
          <strong>{pageName(page, unit)}</strong> <PageWords page={page} />
        </li>
      ))}
    </ul>
  );
};

const pageName = ({ before, after, label }: PageChange, unit: PagesProps['unit']): string => {
  const number = after ?? before ?? 1;
  if (unit === 'slide') return `スライド${number}`;
  if (unit === 'sheet') return `シート「${label}」`;
  return unit === 'page' ? `${number}ページ` : label;
};

const PageWords = ({ page }: { readonly page: PageChange }) => {
  if (page.sign === null) return <span className="portal-soft">{words.pageSame}</span>;
  if (page.sign === '−') return words.pageGone;
  const changed = linesOf(page.runs).filter(({ isChanged }) => isChanged);
  return (
    <>
      {page.sign === '＋' && words.pageCame}
      {changed.map(({ runs }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one comparison never change their places
        <p key={index}>
          <MarkedText runs={runs} />
        </p>
      ))}
    </>
  );
};

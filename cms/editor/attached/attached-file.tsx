import { useState } from 'react';
import { fileWords } from '../../../src/strings/files.ts';
import { wayToShow } from './attached-address.ts';
import { AttachedText, type TextOfFile, useTextOf } from './attached-text.tsx';
import { attachedWords as words } from './words.ts';

type Props = {
  readonly name: string;
  /** Where its bytes are: see attachedAddress; or a blob of this browser. */
  readonly address: string;
  readonly onClose: () => void;
};

/**
 * A file of the entry, beside the form. A PDF stands in the browser's own viewer, which reads it out and knows every font; a
 * picture as it is; of every other file its text.
 */
export const AttachedFile = ({ name, address, onClose }: Props) => {
  const text = useTextOf(address);
  const way = wayToShow(name);
  return (
    <section className="portal-attached" aria-label={words.region(name)}>
      <div className="portal-attached-head">
        <b>{[badgeOf(name), lengthOf(text)].filter(Boolean).join('　')}</b>
        <span>
          <a href={address} target="_blank" rel="noreferrer">
            {words.apart}
          </a>
          <button type="button" className="portal-as-link" onClick={onClose}>
            {words.back}
          </button>
        </span>
      </div>
      {way === 'picture' && <img src={address} alt={words.picture(name)} />}
      {way === 'document' && <Document name={name} address={address} text={text} />}
      {way === 'text' && <AttachedText text={text} note={words.plainNote} />}
    </section>
  );
};

type DocumentProps = {
  readonly name: string;
  readonly address: string;
  readonly text: TextOfFile;
};

const Document = ({ name, address, text }: DocumentProps) => {
  const [isOpen, setIsOpen] = useState(false);
  // Telephones and a few settings have no viewer: there a frame would take the file down instead of showing it.
  if (!navigator.pdfViewerEnabled) return <AttachedText text={text} note={words.noViewer} />;
  return (
    <>
      <iframe title={words.region(name)} src={`${address}${asWideAsTheFrame}`} />
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{words.onlyText}</summary>
        {isOpen && <AttachedText text={text} note={words.plainNote} />}
      </details>
    </>
  );
};

/** What the viewers of browsers understand of how a PDF is opened; whoever does not passes over it. */
const asWideAsTheFrame = '#navpanes=0&view=FitH';

const badgeOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toUpperCase() ?? '';

const lengthOf = (text: TextOfFile): string => {
  if (text.kind !== 'text' || text.pageCount === null) return '';
  const { unit } = text;
  return unit === 'page' || unit === 'slide' || unit === 'sheet' || unit === 'archive'
    ? fileWords.counts[unit](text.pageCount)
    : '';
};

import { useState } from 'react';
import { recentMomentInJapan } from '../../../src/formats/time-in-japan.ts';
import type { CollectionName } from '../../../src/schema/collections.ts';
import type { KeptText } from '../kept/kept-text.ts';
import { CompareWindow } from './compare-window.tsx';
import type { MergedFields } from './merge-fields.ts';
import { NativeDialog } from './native-dialog.tsx';
import { windowWords as words } from './window-words.ts';

type Data = Readonly<Record<string, unknown>>;

type Props = {
  readonly collection: CollectionName;
  readonly kept: KeptText;
  /** Brought together with what is stored; null for a new entry. */
  readonly merged: MergedFields | null;
  readonly onDownload: () => void;
  readonly onAnswer: (answer: Data | 'leave' | 'drop') => void;
};

/** Offers a text that was written here and never stored; where something is stored, the two are shown beside each other. */
export const KeptWindow = ({ collection, kept, merged, onDownload, onAnswer }: Props) => {
  const [isComparing, setIsComparing] = useState(false);
  const isClashing = merged !== null && merged.toChoose.length > 0;
  const sentences = [
    words.keptSentence(
      recentMomentInJapan(new Date(kept.savedAt)),
      merged ? merged.toChoose.length : null,
    ),
    ...(kept.files.length > 0 ? [words.keptFiles(kept.files.map(({ name }) => name))] : []),
  ];
  if (isComparing && merged) {
    return (
      <CompareWindow
        title={words.keptTitle}
        collection={collection}
        sentences={sentences}
        merged={merged}
        mine={words.keptMine}
        theirs={words.keptStored}
        goOn={words.keptGoOnNew}
        leave={words.keptLeave}
        onAnswer={(data) => onAnswer(data ?? 'leave')}
      />
    );
  }
  const goOn = () =>
    isClashing ? setIsComparing(true) : onAnswer(merged ? merged.data : kept.data);
  return (
    <NativeDialog title={words.keptTitle} onCancel={() => onAnswer('leave')}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {!merged && <p className="portal-compare-text">{String(kept.data['title'] ?? '')}</p>}
      <div className="portal-dialog-buttons">
        <button type="button" className="portal-button portal-main" onClick={goOn}>
          {isClashing ? words.keptGoOn : words.keptGoOnNew}
        </button>
        <button type="button" className="portal-button" onClick={() => onAnswer('leave')}>
          {merged ? words.keptLeave : words.keptLeaveNew}
        </button>
      </div>
      <div className="portal-dialog-buttons">
        <button type="button" className="portal-link" onClick={onDownload}>
          {words.download}
        </button>
        <button type="button" className="portal-link" onClick={() => onAnswer('drop')}>
          {words.keptDrop}
        </button>
      </div>
    </NativeDialog>
  );
};

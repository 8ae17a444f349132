import type { ReactNode } from 'react';
import { NativeDialog } from './native-dialog.tsx';

type Props = {
  readonly title: string;
  readonly children: ReactNode;
  readonly yes: string;
  readonly no: string;
  readonly onAnswer: (isYes: boolean) => void;
};

/** Asks a question that is answered by yes or no; Escape is no. */
export const PlainWindow = ({ title, children, yes, no, onAnswer }: Props) => (
  <NativeDialog title={title} onCancel={() => onAnswer(false)}>
    {children}
    <div className="portal-dialog-buttons">
      <button type="button" className="portal-button portal-main" onClick={() => onAnswer(true)}>
        {yes}
      </button>
      <button type="button" className="portal-button" onClick={() => onAnswer(false)}>
        {no}
      </button>
    </div>
  </NativeDialog>
);

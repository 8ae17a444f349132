import { type ComponentType, useState } from 'react';
import { ApprovalLink, type ApprovalLinkProps } from './approval-link.tsx';
import { linkWords as words } from './words.ts';

type Props = Pick<ApprovalLinkProps, 'entry'> & {
  /** The window, where it has to save first (`createApprovalLink`). */
  readonly Window?: ComponentType<ApprovalLinkProps>;
  readonly onClose?: () => void;
};

/** The button that opens the window, as it stands beside 機関の決裁 on the first card. */
export const ApprovalLinkButton = ({ entry, Window = ApprovalLink, onClose }: Props) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" className="portal-button" onClick={() => setIsOpen(true)}>
        {words.make}
      </button>
      {isOpen && (
        <Window
          entry={entry}
          onClose={() => {
            setIsOpen(false);
            onClose?.();
          }}
        />
      )}
    </>
  );
};

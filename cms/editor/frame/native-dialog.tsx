import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

type Props = {
  readonly title: string;
  /** Escape: has to change nothing. */
  readonly onCancel: () => void;
  readonly children: ReactNode;
};

/** A window over the page, in which the keyboard stays; when it goes, the browser gives the keyboard back. */
export const NativeDialog = ({ title, onCancel, children }: Props) => {
  const self = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = self.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={self}
      className="portal-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
};

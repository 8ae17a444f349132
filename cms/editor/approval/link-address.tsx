import { useEffect, useId, useRef, useState } from 'react';
import type { MadeLink } from '../../wire/approval-link.ts';
import { linkWords as words } from './words.ts';

/** The address of the link that was just made, to be copied: nobody is shown it again. */
export const LinkAddress = ({ made }: { readonly made: MadeLink }) => {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(made.address);
      setSaid(words.copied);
    } catch {
      field.current?.focus();
      field.current?.select();
      setSaid(words.notCopied);
    }
  };
  return (
    <>
      <div className="portal-labelled">
        <label htmlFor={id}>{words.address}</label>
        <p id={`${id}-hint`} className="portal-hint">
          {words.toldOnce}
        </p>
        <input
          ref={field}
          id={id}
          type="text"
          readOnly
          value={made.address}
          aria-describedby={`${id}-hint`}
        />
      </div>
      {made.opensHereOnly && <p>{words.opensHereOnly}</p>}
      <div className="portal-dialog-buttons">
        <button type="button" className="portal-button portal-main" onClick={copy}>
          {words.copy}
        </button>
      </div>
      <p role="status">{said}</p>
    </>
  );
};

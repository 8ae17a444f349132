import { currentDraft } from '../decap/draft.ts';
import { type DecapControlProps, useDecapControl } from './decap-control.ts';

/** What a new piece of the portal's own content is called in its address. It can't be changed afterwards. */
export const PortalAddress = ({ forID, value, onChange, ref }: DecapControlProps) => {
  useDecapControl(ref, forID);
  const hintId = `${forID}-hint`;
  const draft = currentDraft();
  return (
    <div className="portal-field" data-field="address">
      <p id={hintId} className="portal-hint">
        {draft?.isNew
          ? '英小文字・数字・ハイフンで書きます。後から変えられません。例：sakura-u、overseas-travel'
          : '最初に保存したときに決まり、後から変えられません。'}
      </p>
      <input
        id={forID}
        type="text"
        aria-describedby={hintId}
        maxLength={80}
        pattern="[a-z0-9]([a-z0-9\-]*[a-z0-9])?"
        disabled={!draft?.isNew}
        value={draft?.isNew ? String(value ?? '') : addressIn(draft?.path ?? '')}
        onChange={(event) => onChange(event.target.value.toLowerCase())}
      />
    </div>
  );
};

const addressIn = (path: string): string =>
  path
    .replace(/\/index\.mdx$|\.yaml$/, '')
    .split('/')
    .at(-1) ?? '';

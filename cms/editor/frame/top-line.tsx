import { askToLeave } from './ask-to-leave.tsx';
import { frameWords as words } from './frame-words.ts';
import { useParts } from './use-frame.ts';

/** The line above everything: where somebody is, who they are, and the ways out. */
export const TopLine = () => {
  const parts = useParts();
  const { who } = parts;
  return (
    <header className="portal-top">
      <a className="portal-mark" href="#/">
        {words.title}
      </a>
      <nav aria-label={words.screens}>
        <a href="#/">{words.list}</a>
        <a href="/admin/desk/">{words.desk}</a>
        <a href="/" target="_blank" rel="noreferrer">
          {words.site}
        </a>
      </nav>
      <p className="portal-who">
        <strong>{who.name}</strong>
        <span className="portal-hidden">{words.isIn}</span>
        <button type="button" className="portal-link" onClick={() => void askToLeave(parts)}>
          {words.signOut}
        </button>
      </p>
    </header>
  );
};

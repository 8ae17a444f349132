import { hasChanged } from '../decap/draft.ts';
import { frameWords as words } from './frame-words.ts';
import { PlainWindow } from './plain-window.tsx';
import { useParts } from './use-frame.ts';
import { windowWords } from './window-words.ts';

/** The line above everything: where somebody is, who they are, and the ways out. */
export const TopLine = () => {
  const { who, dialogs, signOut } = useParts();
  const leave = async () => {
    const isSure = await dialogs.ask<boolean>((answer) => (
      <PlainWindow
        title={windowWords.leaveTitle}
        yes={windowWords.leave}
        no={windowWords.stay}
        onAnswer={answer}
      >
        <p>
          {hasChanged() ? windowWords.leaveSentence(who.name) : windowWords.leaveNothing(who.name)}
        </p>
      </PlainWindow>
    ));
    if (isSure) await signOut();
  };
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
        <button type="button" className="portal-link" onClick={() => void leave()}>
          {words.signOut}
        </button>
      </p>
    </header>
  );
};

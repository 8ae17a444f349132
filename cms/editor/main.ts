import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { routes } from '../wire/routes.ts';
import { askGateway } from './gateway/ask-gateway.ts';
import { ProviderPage } from './sign-in/provider-page.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { forgetSomebody, rememberSomebody, wasSomebody } from './sign-in/somebody.ts';
import { editorWords } from './words.ts';

const start = async (): Promise<void> => {
  const { who, memberOf, signIn, institutions } = await askGateway(routes.session);
  if (who) {
    // Decap is large, and nobody needs it before signing in.
    rememberSomebody();
    const { startEditor } = await import('./start-editor.ts');
    return startEditor(who);
  }
  const place = document.createElement('div');
  const isByProvider = signIn === 'oidc';
  const sentence = isByProvider ? editorWords.endedElsewhere : editorWords.ended;
  document.body.replaceChildren(...(wasSomebody() ? [endedNote(sentence)] : []), place);
  forgetSomebody();
  createRoot(place).render(
    isByProvider
      ? createElement(ProviderPage, { memberOf })
      : createElement(SignInPage, { institutions, onSignedIn: () => location.reload() }),
  );
};

const endedNote = (sentence: string): HTMLElement => {
  const note = document.createElement('p');
  note.className = 'portal-ended';
  note.setAttribute('role', 'status');
  note.textContent = sentence;
  return note;
};

start().catch((error: unknown) => {
  const told = document.createElement('p');
  told.setAttribute('role', 'alert');
  told.textContent = `${editorWords.failed}${error instanceof Error ? error.message : ''}`;
  document.body.replaceChildren(told);
});

import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { routes } from '../wire/routes.ts';
import { askGateway } from './gateway/ask-gateway.ts';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { editorWords } from './words.ts';

const start = async (): Promise<void> => {
  const { who, institutions } = await askGateway(routes.session);
  if (who) {
    // Decap is large, and nobody needs it before signing in.
    const { startEditor } = await import('./start-editor.ts');
    return startEditor(who);
  }
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  createRoot(place).render(
    createElement(SignInPage, { institutions, onSignedIn: () => location.reload() }),
  );
};

start().catch((error: unknown) => {
  const told = document.createElement('p');
  told.setAttribute('role', 'alert');
  told.textContent = `${editorWords.failed}${error instanceof Error ? error.message : ''}`;
  document.body.replaceChildren(told);
});

import type { NamedContributor } from '../../wire/contributor.ts';
import { routes } from '../../wire/routes.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { entryOfPath } from '../gateway/entry-path.ts';
import { element } from '../notices/element.ts';
import { editorWords as words } from '../words.ts';

/** The line above everything: who is at work, and the ways out of the editor. */
export type Bar = {
  readonly element: HTMLElement;
  /** Links to the version for the approval of the entry in the form. @param path of its text, or empty */
  show(path: string): void;
};

export const createBar = (who: NamedContributor): Bar => {
  const approval = element('a', { target: '_blank', hidden: true }, words.approval);
  const signOut = async () => {
    await askGateway(routes.signOut);
    location.reload();
  };
  const bar = element(
    'nav',
    { id: 'portal-bar', 'aria-label': words.title },
    element('strong', {}, who.name),
    approval,
    element('a', { href: '/admin/desk/' }, words.desk),
    element('a', { href: '/', target: '_blank' }, words.site),
    element(
      'button',
      { type: 'button', class: 'portal-button', click: () => void signOut() },
      words.signOut,
    ),
  );
  return {
    element: bar,
    show(path) {
      approval.hidden = path === '';
      approval.href = `/admin/approval/${entryOfPath(path)}`;
    },
  };
};

import type { FieldProblem } from '../../wire/field-problem.ts';
import type { Publication } from '../../wire/publication.ts';
import { routes } from '../../wire/routes.ts';
import { showField } from '../form/portal-section.tsx';
import { askGateway } from '../gateway/ask-gateway.ts';
import { entryOfPath } from '../gateway/entry-path.ts';
import type { Notices } from '../gateway/gateway-backend.ts';
import { askAboutConflict } from './conflict-dialog.ts';
import { element } from './element.ts';
import { noticeWords as words } from './words.ts';

/** `unknown`: the gateway can't tell for the moment. */
type Followed = Publication | (Omit<Publication, 'state'> & { readonly state: 'unknown' });

const secondsBetweenLooks = 2;
/** After this long the person is told to look again, instead of being left with a promise. */
const mostLooks = 150;

/** What the panel at the foot of the editor shows, one part each. */
export type NoticePanel = Notices & { clearProblems(): void };

/**
 * Makes the panel at the foot of the page where the gateway's answers stand until somebody closes them: Decap's own
 * messages go away after a few seconds, and know no lists.
 */
export const createNotices = (panel: HTMLElement): NoticePanel => {
  const parts = {
    problems: element('section', { class: 'portal-problems', hidden: true }),
    publication: element('section', { class: 'portal-publication', hidden: true }),
    sentence: element('section', { hidden: true }),
  };
  panel.append(parts.publication, parts.sentence, parts.problems);

  const show = (part: HTMLElement, ...content: (Node | string)[]) => {
    part.replaceChildren(...content, closeButton(part));
    part.hidden = false;
  };

  return {
    askAboutConflict,
    say: (sentence) => show(parts.sentence, element('p', {}, sentence)),
    clearProblems() {
      parts.problems.hidden = true;
    },
    showProblems(_path, problems) {
      if (problems.length === 0) {
        parts.problems.hidden = true;
        return;
      }
      show(parts.problems, ...problemList(problems));
    },
    async followPublication(path) {
      for (let look = 0; look < mostLooks; look++) {
        const now = await publicationOf(path);
        show(parts.publication, ...publicationLines(now));
        if (now.state === 'failed' || now.state === 'not-shown' || now.state === 'live') return;
        await new Promise((done) => setTimeout(done, secondsBetweenLooks * 1000));
      }
    },
  };
};

const closeButton = (part: HTMLElement): HTMLElement =>
  element(
    'button',
    {
      type: 'button',
      class: 'portal-button',
      click: () => {
        part.hidden = true;
      },
    },
    words.close,
  );

const publicationOf = (path: string): Promise<Followed> =>
  askGateway(routes.publication, { entry: path }).catch((error: Error) => ({
    state: 'unknown',
    address: null,
    message: error.message,
  }));

const publicationLines = ({ state, address, message }: Followed): HTMLElement[] => {
  const stage = words.publication[state];
  // The gateway's sentences of what goes well begin with the stage.
  const rest = message.startsWith(stage) ? message.slice(stage.length) : ` ${message}`;
  const lines = [element('p', {}, element('strong', {}, stage), rest)];
  if (state === 'live' && address) {
    const link = element('a', { href: address, target: '_blank' }, words.open);
    lines.push(element('p', {}, link, ` ${address}`));
  }
  return lines;
};

const problemList = (problems: readonly FieldProblem[]): HTMLElement[] => {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const inOrder = [...problems].sort((a, b) => a.severity.localeCompare(b.severity));
  return [
    element('h2', {}, words.problems(errors, problems.length - errors)),
    element('ul', {}, ...inOrder.map(problemItem)),
  ];
};

const problemItem = ({ severity, message, field, line }: FieldProblem): HTMLElement => {
  const mark = element('strong', { class: `portal-${severity}` }, words[severity]);
  const item = element('li', {}, mark, ` ${message} `);
  if (field) {
    item.append(
      element(
        'button',
        {
          type: 'button',
          class: 'portal-button',
          'aria-label': `${words.goTo}：${message}`,
          click: () => void showField(field, line),
        },
        words.goTo,
      ),
    );
  }
  return item;
};

/** Lists the problems of the entry that was opened. @param path of its text */
export const listProblemsOf = async (path: string, notices: NoticePanel): Promise<void> => {
  const answer = await askGateway(routes.problems, { entry: entryOfPath(path) }).catch(() => ({
    problems: [],
  }));
  notices.showProblems(path, answer.problems);
};

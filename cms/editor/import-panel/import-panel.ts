import type { SheetChoice } from '../sheets/read-sheets.ts';
import type { DocumentImport, ReadDocument, ReadOptions } from '../word/document-import.ts';
import { panelStyle } from './panel-style.ts';
import { readDocument } from './read-document.ts';
import { panelWords } from './words.ts';

export type { ImportedFigure } from '../word/document-import.ts';

/** What a person chose to take over. */
export type AcceptedDocument = Pick<ReadDocument, 'title' | 'summary' | 'body' | 'figures'> & {
  /**
   * `replace`: the body takes the place of what was there. `append`: it comes after it, and the title that the entry
   * has stays.
   */
  placement: 'replace' | 'append';
};

/** For which entry the panel is opened. */
export type ImportPanelOptions = ReadOptions & {
  /** Whether the entry has a text already, which is then not replaced without a choice. */
  hasText: boolean;
};

/**
 * Lets a person choose a document of Word, PowerPoint or Excel, shows what of it can be taken over, and asks. Nothing leaves the browser.
 * This module is the entry point of a chunk that is loaded when the panel is wanted for the first time.
 * @returns what to put into the form; null where the person stopped
 */
export const openImportPanel = ({
  hasText,
  ...options
}: ImportPanelOptions): Promise<AcceptedDocument | null> => {
  const panel = createPanel(hasText);
  let taken: ReadDocument | null = null;
  let readings = 0;

  const take = async (files: FileList | null | undefined): Promise<void> => {
    const file = files?.[0];
    if (!file) return;
    readings += 1;
    const reading = readings;
    taken = null;
    if (files.length > 1) {
      panel.showProblem(panelWords.several);
      return;
    }
    panel.showReading(file.name);
    const read = await readFile(file, options);
    // The person may have chosen another file meanwhile.
    if (reading !== readings) return;
    if (read.kind !== 'sheets') return show(file.name, read);
    panel.offerSheets(read.names, (at) => show(file.name, read.take(at)));
    show(file.name, read.take(0));
  };
  const show = (name: string, read: DocumentImport): void => {
    taken = read.kind === 'read' ? read : null;
    if (read.kind === 'read') panel.showDocument(name, read);
    else panel.showProblem(read.reason);
  };

  return new Promise((resolve) => {
    panel.whenFilesCome((files) => void take(files));
    panel.whenClosed((accepted) => {
      readings += 1;
      panel.remove();
      if (!accepted || !taken) return resolve(null);
      const { title, summary, body, figures } = taken;
      resolve({
        title,
        ...(summary === undefined ? {} : { summary }),
        body,
        figures,
        placement: panel.placement(),
      });
    });
    panel.open();
  });
};

const readFile = async (
  file: File,
  options: ReadOptions,
): Promise<DocumentImport | SheetChoice> => {
  try {
    return await readDocument(new Uint8Array(await file.arrayBuffer()), options);
  } catch (error) {
    console.error(error);
    return { kind: 'refused', reason: panelWords.failed };
  }
};

type Panel = {
  open(): void;
  remove(): void;
  showReading(name: string): void;
  showProblem(reason: string): void;
  /** Offers the sheets of a workbook, the first of which is chosen. */
  offerSheets(names: readonly string[], choose: (at: number) => void): void;
  showDocument(name: string, read: ReadDocument): void;
  whenFilesCome(come: (files: FileList | null | undefined) => void): void;
  whenClosed(closed: (accepted: boolean) => void): void;
  placement(): AcceptedDocument['placement'];
};

const createPanel = (hasText: boolean): Panel => {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  // A style sheet that a program makes needs no leave of the page's policy, unlike a style element.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(panelStyle);
  root.adoptedStyleSheets = [sheet];

  const file = make('input', { type: 'file', accept: '.docx,.pptx,.xlsx' });
  const drop = make('div', { className: 'drop' }, [
    // The browser's own button would speak the browser's language.
    make('label', {}, [panelWords.choose, file]),
    make('p', {}, [panelWords.drop]),
  ]);
  const status = make('div', { className: 'status' });
  status.setAttribute('role', 'status');
  const problem = make('div', { className: 'problem' });
  problem.setAttribute('role', 'alert');
  const progress = make('progress', { hidden: true });
  progress.setAttribute('aria-label', panelWords.title);
  const sheets = make('fieldset', { className: 'sheets', hidden: true });
  const result = make('div', { hidden: true });
  const placement = createPlacement(hasText);
  const accept = make(
    'button',
    { type: 'submit', className: 'accept', value: 'accept', hidden: true },
    [panelWords.accept],
  );
  const cancel = make('button', { type: 'button', className: 'cancel' }, [panelWords.cancel]);
  const dialog = make('dialog', { lang: 'ja' }, [
    make('form', { method: 'dialog' }, [
      make('div', { className: 'content' }, [
        make('h2', { id: 'title' }, [panelWords.title]),
        make('p', { id: 'introduction' }, [panelWords.introduction]),
        drop,
        status,
        progress,
        problem,
        sheets,
        result,
        placement.element,
      ]),
      make('div', { className: 'actions' }, [cancel, accept]),
    ]),
  ]);
  dialog.setAttribute('aria-labelledby', 'title');
  dialog.setAttribute('aria-describedby', 'introduction');
  root.append(dialog);
  cancel.addEventListener('click', () => dialog.close());

  const show = (shown: {
    status?: string;
    reading?: boolean;
    problem?: string;
    document?: boolean;
  }) => {
    status.textContent = shown.status ?? '';
    progress.hidden = !shown.reading;
    problem.textContent = shown.problem ?? '';
    result.hidden = !shown.document;
    placement.element.hidden = !shown.document || !hasText;
    accept.hidden = !shown.document;
  };

  return {
    open() {
      document.body.append(host);
      dialog.showModal();
      file.focus();
    },
    remove: () => host.remove(),
    showReading(name) {
      sheets.hidden = true;
      show({ status: panelWords.reading(name), reading: true });
    },
    showProblem: (reason) => show({ problem: reason }),
    offerSheets(names, choose) {
      sheets.replaceChildren(
        make('legend', {}, [panelWords.sheets]),
        ...names.map((name, at) => {
          const input = make('input', { type: 'radio', name: 'sheet', value: String(at) });
          input.checked = at === 0;
          input.addEventListener('change', () => choose(at));
          return make('label', {}, [input, name]);
        }),
      );
      sheets.hidden = false;
    },
    showDocument(name, read) {
      const heading = make('h3', { tabIndex: -1 }, [panelWords.taken]);
      result.replaceChildren(heading, ...describe(read));
      show({ status: panelWords.done(name), document: true });
      // Whoever goes through the sheets stays among them.
      if (!sheets.contains(root.activeElement)) heading.focus();
    },
    whenFilesCome(come) {
      file.addEventListener('change', () => come(file.files));
      // A file that misses the field would otherwise open in the place of the editor.
      dialog.addEventListener('dragover', (event) => {
        event.preventDefault();
        drop.classList.add('over');
      });
      dialog.addEventListener('dragleave', () => drop.classList.remove('over'));
      dialog.addEventListener('drop', (event) => {
        event.preventDefault();
        drop.classList.remove('over');
        come(event.dataTransfer?.files);
      });
    },
    whenClosed(closed) {
      dialog.addEventListener('close', () => closed(dialog.returnValue === 'accept'));
    },
    placement: placement.chosen,
  };
};

const createPlacement = (hasText: boolean) => {
  const choice = (value: AcceptedDocument['placement'], label: string) => {
    const input = make('input', { type: 'radio', name: 'placement', value });
    return { input, label: make('label', {}, [input, label]) };
  };
  const append = choice('append', panelWords.append);
  const replace = choice('replace', panelWords.replace);
  append.input.checked = true;
  const warning = make('div', { className: 'problem' });
  warning.setAttribute('role', 'status');
  const element = make('fieldset', { hidden: true }, [
    make('legend', {}, [panelWords.placement]),
    append.label,
    replace.label,
    warning,
  ]);
  element.addEventListener('change', () => {
    warning.textContent = replace.input.checked ? panelWords.replaceWarning : '';
    warning.scrollIntoView({ block: 'nearest' });
  });
  const chosen = (): AcceptedDocument['placement'] =>
    hasText && append.input.checked ? 'append' : 'replace';
  return { element, chosen };
};

const describe = ({ title, summary, contents, figures, notKept }: ReadDocument): HTMLElement[] => {
  const outline =
    contents.headings.length === 0
      ? panelWords.noHeadings
      : make(
          'ol',
          { className: 'outline' },
          contents.headings.map(({ depth, text }) =>
            make('li', { className: `depth-${depth}` }, [text]),
          ),
        );
  const facts: [string, string | HTMLElement][] = [
    [panelWords.name, title || panelWords.noName],
    ...(summary === undefined ? [] : [[panelWords.summary, summary] as [string, string]]),
    [panelWords.headings, outline],
    [panelWords.parts, panelWords.counts({ ...contents, figures: figures.length })],
    ...(figures.length === 0
      ? []
      : [
          [panelWords.figures, listOf(figures.map(({ name, alt }) => `${name}：${alt}`))] as [
            string,
            HTMLElement,
          ],
        ]),
  ];
  return [
    make(
      'dl',
      {},
      facts.flatMap(([term, fact]) => [make('dt', {}, [term]), make('dd', {}, [fact])]),
    ),
    make('h3', {}, [panelWords.notKept]),
    notKept.length === 0 ? make('p', {}, [panelWords.allKept]) : listOf(notKept, 'notes'),
  ];
};

const listOf = (lines: readonly string[], className = ''): HTMLElement =>
  make(
    'ul',
    { className },
    lines.map((line) => make('li', {}, [line])),
  );

/** Makes an element with properties and children; texts are only ever texts. */
const make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  children: readonly (HTMLElement | string)[] = [],
): HTMLElementTagNameMap[Name] => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

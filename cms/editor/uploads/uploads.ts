import { namesFile } from '../../../src/schema/named-files.ts';
import { routes } from '../../wire/routes.ts';
import type { KeptUpload, TakenOut, UploadId } from '../../wire/upload.ts';
import { ownWordsOf, type RowFields } from '../form/attachment-row.ts';
import { Refusal } from '../gateway/ask-gateway.ts';
import type { FormFiles, SentFile } from '../gateway/form-files.ts';
import type { Sending } from '../gateway/send-file.ts';
import type { KeptNote, KeptUploads } from './kept-uploads.ts';
import type { UploadState } from './upload-state.ts';
import { uploadWords } from './words.ts';

/** The files that were chosen for the entry in the form, from the choice to the save. */
export type Uploads = FormFiles & {
  /** Begins to send a file, in the place of one of the same name. */
  add(name: string, file: File): void;
  /** The names of the files of the form, in the order in which they were chosen. */
  names(): string[];
  /** How far a file is; null where it was not chosen in this form. The same object until it changes. */
  stateOf(name: string): UploadState | null;
  /** The file as it was chosen; null where it was not chosen since the page was loaded. */
  fileOf(name: string): File | null;
  sendAgain(name: string): void;
  /** Ends the sending of a file, and forgets it. */
  cancel(name: string): void;
  /** Lets go of a file that something was taken out of, here and where it waits; it is as one that was refused for that. */
  decline(name: string): void;
  /** What was written about a file that was refused; null where nothing is known. */
  about(name: string): RowFields | null;
  keepAbout(name: string, row: RowFields): void;
  /** In bytes, as it is kept, or else as it was chosen; null where it was not chosen in this form. */
  sizeOf(name: string): number | null;
  /** Another new entry was begun: what was chosen for one that was never saved is not its own. */
  forgetNew(): void;
  /** Another form was opened: what is saved of others is found there, and no longer here. */
  forgetSaved(): void;
  onChange(listener: () => void): () => void;
};

export type UploadParts = {
  send(name: string, file: Blob, sending: Sending): Promise<KeptUpload>;
  /** Has the gateway throw away a file that it keeps. It does so by itself after a day. */
  drop(upload: UploadId): Promise<unknown>;
  /** Which form is open: the path of its text, or newForm. */
  form(): string;
  readonly kept: KeptUploads;
  /** A file of the form that is open can be saved now. */
  onKept(): void;
  /** The most bytes that a file may have. */
  readonly mostFileBytes: number;
  readonly now: () => number;
};

/** What the form of a new entry is called. */
export const newForm = (collection: string): string => `new/${collection}`;

type Upload = {
  readonly name: string;
  /** What somebody wrote about it; known where it was refused. */
  about: RowFields | null;
  /** null after the page was loaded anew: then only the gateway has it. */
  readonly file: File | null;
  /** In bytes, as the gateway keeps it; null as long as it does not. */
  size: number | null;
  state: UploadState;
  until: number;
  /** Ends when the state is no longer `sending`. */
  arrival: Promise<void>;
  stop(): void;
};

/** As long as the gateway keeps a file. */
const day = 24 * 60 * 60 * 1000;
/** As long as a browser keeps a text that nobody came back for (kept/kept-text.ts). */
const longestAbout = 90 * day;
/** More at once would only share the same line. */
const mostAtOnce = 2;

/** Makes the keeper of uploads. */
export const createUploads = ({
  send,
  drop,
  form,
  kept,
  onKept,
  mostFileBytes,
  now,
}: UploadParts): Uploads => {
  const forms = new Map<string, Map<string, Upload>>();
  const listeners = new Set<() => void>();
  const waiting: (() => void)[] = [];
  let underWay = 0;

  const filesOf = (key: string): Map<string, Upload> => {
    const files = forms.get(key) ?? new Map<string, Upload>();
    forms.set(key, files);
    return files;
  };
  const here = () => filesOf(form());

  let written = '';
  const changed = (): void => {
    const notes = [...forms].flatMap(([key, files]) =>
      [...files.values()].flatMap(({ name, state, size, until, about }): KeptNote[] => {
        if (state.kind === 'refused') {
          const own = about ? ownWordsOf(about, name) : {};
          if (Object.keys(own).length === 0) return [];
          const { sentence, problems } = state;
          const refused = { sentence, problems: [...problems] };
          return [{ form: key, name, refused, about: own, until }];
        }
        if (state.kind !== 'kept') return [];
        const { upload, taken } = state;
        return [{ form: key, name, upload, size, taken, until }];
      }),
    );
    if (JSON.stringify(notes) !== written) kept.write(notes);
    written = JSON.stringify(notes);
    for (const listener of listeners) listener();
  };
  const set = (upload: Upload, state: UploadState): void => {
    upload.state = state;
    changed();
  };

  /** What was new has an address after its first save, and its files go with it. */
  const moveTo = (key: string, files: Map<string, Upload>): void => {
    const before = [...forms].find(([, each]) => each === files)?.[0];
    if (before === undefined || before === key) return;
    forms.delete(before);
    for (const [name, upload] of forms.get(key) ?? [])
      if (!files.has(name)) files.set(name, upload);
    forms.set(key, files);
  };

  const inTurn = async (work: () => Promise<void>): Promise<void> => {
    if (underWay >= mostAtOnce) await new Promise<void>((go) => waiting.push(go));
    underWay += 1;
    try {
      await work();
    } finally {
      underWay -= 1;
      waiting.shift()?.();
    }
  };

  const start = (upload: Upload, file: File): void => {
    const { name } = upload;
    const stopping = new AbortController();
    upload.stop = () => stopping.abort();
    if (file.size > mostFileBytes) {
      const sentence = uploadWords.tooLarge(Math.floor(mostFileBytes / 1024 / 1024));
      set(upload, { kind: 'refused', sentence, problems: [] });
      return;
    }
    upload.size = null;
    set(upload, { kind: 'sending', part: 0 });
    upload.arrival = inTurn(async () => {
      if (stopping.signal.aborted) return;
      const onPart = (part: number) => {
        if (!stopping.signal.aborted) set(upload, { kind: 'sending', part });
      };
      try {
        const sent = await send(name, file, { onPart, signal: stopping.signal });
        if (stopping.signal.aborted) return;
        upload.until = now() + day;
        upload.size = sent.size;
        set(upload, waitingForSave(sent.upload, sent.taken, sent.problems));
        if (here().get(name) === upload) onKept();
      } catch (error) {
        if (!stopping.signal.aborted) set(upload, stateAfter(error));
      }
    });
  };

  for (const note of kept.read()) {
    const { form: key, name, until } = note;
    filesOf(key).set(name, {
      name,
      about: 'about' in note ? (note.about as RowFields) : null,
      file: null,
      size: 'upload' in note ? note.size : null,
      state:
        'upload' in note
          ? waitingForSave(note.upload, note.taken, [])
          : { kind: 'refused', ...note.refused },
      until,
      arrival: Promise.resolve(),
      stop() {},
    });
  }

  return {
    add(name, file) {
      const files = here();
      files.get(name)?.stop();
      const upload: Upload = {
        name,
        // What was written about one of this name is about this one too.
        about: files.get(name)?.about ?? null,
        file,
        size: null,
        state: { kind: 'sending', part: 0 },
        until: 0,
        arrival: Promise.resolve(),
        stop() {},
      };
      files.delete(name);
      files.set(name, upload);
      start(upload, file);
    },
    names: () => [...here().keys()],
    stateOf: (name) => here().get(name)?.state ?? null,
    fileOf: (name) => here().get(name)?.file ?? null,
    about: (name) => here().get(name)?.about ?? null,
    keepAbout(name, row) {
      const upload = here().get(name);
      if (!upload) return;
      upload.about = row;
      upload.until = now() + longestAbout;
      changed();
    },
    sizeOf(name) {
      const { size = null, file = null } = here().get(name) ?? {};
      return size ?? file?.size ?? null;
    },
    sendAgain(name) {
      const upload = here().get(name);
      if (upload?.file) start(upload, upload.file);
    },
    cancel(name) {
      here().get(name)?.stop();
      here().delete(name);
      changed();
    },
    decline(name) {
      const upload = here().get(name);
      if (upload?.state.kind !== 'kept') return;
      // Where the gateway can't be reached now, it throws the file away by itself.
      void drop(upload.state.upload).catch(() => {});
      const problems = upload.state.taken.map(({ mend }) => mend);
      set(upload, {
        kind: 'refused',
        sentence: uploadWords.declined,
        problems,
        isDeclined: true,
      });
    },
    forgetNew() {
      for (const [key, files] of forms) {
        if (!key.startsWith(newForm(''))) continue;
        for (const upload of files.values()) upload.stop();
        forms.delete(key);
      }
      changed();
    },
    forgetSaved() {
      for (const files of forms.values()) {
        if (files === here()) continue;
        for (const { name, state } of files.values()) {
          if (state.kind === 'saved') files.delete(name);
        }
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async toSave(text) {
      const files = here();
      const named = [...files.values()].filter(({ name }) => namesFile(text, name));
      // What the line lost is sent again with the text that names it.
      for (const upload of named) {
        const { file, state } = upload;
        if (file && state.kind === 'failed' && state.canSendAgain) start(upload, file);
      }
      await Promise.all(named.map(({ arrival }) => arrival));
      return {
        sent: named.flatMap(({ name, state }): SentFile[] =>
          state.kind === 'kept' ? [{ name, upload: state.upload }] : [],
        ),
        refuse(name, sentence, problems) {
          const upload = files.get(name);
          if (upload) set(upload, { kind: 'refused', sentence, problems });
        },
        lose(name, sentence) {
          const upload = files.get(name);
          if (!upload) return;
          const canSendAgain = upload.file !== null;
          set(upload, { kind: 'failed', sentence, canSendAgain, isSignedOut: false });
        },
        saved(path, sent) {
          const ids = new Map<string, UploadId>(sent.map(({ name, upload }) => [name, upload]));
          for (const upload of files.values()) {
            const { name, state } = upload;
            if (state.kind === 'kept' && ids.get(name) === state.upload) {
              upload.state = { kind: 'saved' };
            }
            // A file that no row names any more went with the save.
            if (state.kind === 'saved' && !named.includes(upload)) files.delete(name);
          }
          moveTo(path, files);
          changed();
        },
        areLacking: () => named.some(({ state }) => state.kind === 'failed'),
      };
    },
    async send(name, file) {
      const { signal } = new AbortController();
      const { upload } = await send(name, file, { onPart() {}, signal });
      return { name, upload };
    },
  };
};

const waitingForSave = (
  upload: UploadId,
  taken: readonly TakenOut[],
  problems: KeptUpload['problems'],
): UploadState => ({
  kind: 'kept',
  upload,
  taken,
  problems,
  address: `${routes.upload.address}${upload}`,
});

/** What is told of a file that did not arrive, or was not taken. */
const stateAfter = (error: unknown): UploadState => {
  const refusal = error instanceof Refusal ? error : new Refusal(uploadWords.failed, 0);
  const { status, message, problems } = refusal;
  // What is wrong with the file stays wrong; everything else can be otherwise the next time.
  return status === 422 || status === 415
    ? { kind: 'refused', sentence: message, problems }
    : {
        kind: 'failed',
        sentence: message,
        canSendAgain: true,
        isSignedOut: status === 401,
      };
};

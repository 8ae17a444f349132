import { GitFailure, GitTooSlow } from './run-git.ts';

/** What keeps the repository from being written to, for reasons that no contributor can mend. */
export type TroubleKind =
  | 'busy'
  | 'refused-by-hook'
  | 'disk-full'
  | 'read-only'
  | 'too-slow'
  | 'away'
  | 'unsure'
  | 'refused-by-host';

const sentences: Record<TroubleKind, string> = {
  busy: 'ほかの処理が保存先を使っているため、いまは保存できませんでした。少し待ってから、もう一度お試しください。',
  'refused-by-hook':
    '保存先に置かれた点検の仕組みが記録を断ったため保存できませんでしたので、事務局を通じてシステムの担当者にご連絡ください。',
  'disk-full':
    '保存先のディスクに空きがないため保存できませんでしたので、事務局を通じてシステムの担当者にご連絡ください。',
  'read-only':
    '保存先に書き込めないため保存できませんでしたので、事務局を通じてシステムの担当者にご連絡ください。',
  'too-slow':
    '保存先の応答がないため保存できませんでした。少し待ってから一覧で結果を確かめ、もう一度お試しください。',
  away: '保存先のサーバーとつながらないため、いまは受け付けられません。何も変わっていませんので、一、二分待ってから、もう一度お試しください。',
  unsure:
    '保存先のサーバーから返事がなく、済んだかどうかを確かめられませんでした。一、二分待って一覧で結果を確かめてから、必要ならもう一度お試しください。',
  'refused-by-host':
    '保存先のサーバーが記録を断ったため保存できませんでしたので、事務局を通じてシステムの担当者にご連絡ください。',
};

/** After how many seconds it may be tried again, where that is known. */
const retryAfter: Partial<Record<TroubleKind, number>> = { away: 60, unsure: 60 };

/** That nothing was written, in a sentence for the person who waits for it; the cause is for the log. */
export class RepositoryTrouble extends Error {
  readonly kind: TroubleKind;
  /** In seconds; null where nobody knows. */
  readonly retryAfter: number | null;

  constructor(kind: TroubleKind, options?: ErrorOptions) {
    super(sentences[kind], options);
    this.name = 'RepositoryTrouble';
    this.kind = kind;
    this.retryAfter = retryAfter[kind] ?? null;
  }
}

/** Another git process holds a ref for longer than a person should wait. */
export class RepositoryBusy extends RepositoryTrouble {
  constructor() {
    super('busy');
    this.name = 'RepositoryBusy';
  }
}

/** What git or the system says of a trouble; git is told to say it in English. The first that fits counts. */
const signs: readonly (readonly [RegExp, TroubleKind])[] = [
  [/No space left on device|Disk quota exceeded|\bENOSPC\b|\bEDQUOT\b/, 'disk-full'],
  [
    /Read-only file system|Permission denied|insufficient permission|\bEROFS\b|\bEACCES\b/,
    'read-only',
  ],
  [/aborted by (?:the )?(?:reference-transaction )?hook/, 'refused-by-hook'],
];

/** Reads from a failure of git or of the file system what the trouble is; null for a fault of another kind. */
export const troubleIn = (error: unknown): TroubleKind | null => {
  if (error instanceof RepositoryTrouble) return error.kind;
  if (error instanceof GitTooSlow) return 'too-slow';
  const isOfSystem = error instanceof Error && 'code' in error;
  if (!(error instanceof GitFailure) && !isOfSystem) return null;
  const { message } = error as Error;
  return signs.find(([sign]) => sign.test(message))?.[1] ?? null;
};

/**
 * Does something that writes, and tells a trouble of the repository as such.
 * @throws RepositoryTrouble in place of what git or the file system said
 */
export const toldAsTrouble = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    const kind = error instanceof RepositoryTrouble ? null : troubleIn(error);
    throw kind ? new RepositoryTrouble(kind, { cause: error }) : error;
  }
};

/** A problem of an entry, as the gateway lists it. `field` is a dotted path of the front matter, or `body`. */
export type FieldProblem = {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly path: string;
  readonly line: number;
  readonly message: string;
  readonly field?: string;
};

/** Somebody else changed a file meanwhile: which office, when, and the version that is stored now. */
export type GatewayConflict = {
  readonly path: string;
  readonly changedBy: string | null;
  readonly changedAt: string | null;
  readonly current: string | null;
};

/**
 * The gateway did not do what it was asked; the message is its own sentence. As text it is nothing but that sentence,
 * because Decap shows an error as its text.
 */
export class Refusal extends Error {
  readonly status: number;
  readonly conflicts: readonly GatewayConflict[];
  readonly problems: readonly FieldProblem[];

  constructor(
    message: string,
    status: number,
    {
      conflicts = [],
      problems = [],
    }: { conflicts?: readonly GatewayConflict[]; problems?: readonly FieldProblem[] } = {},
  ) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.conflicts = conflicts;
    this.problems = problems;
  }

  override toString(): string {
    return this.message;
  }
}

export const unreachable =
  'サイトにつながりませんでした。入力した内容はこの画面に残っていますので、しばらくしてから、もう一度操作してください。';
export const unreadableAnswer =
  'サイトから読み取れない答えが返りました。入力した内容はこの画面に残っていますので、しばらくしてからもう一度操作し、続くときは事務局にお問い合わせください。';

type Request = { readonly method?: 'GET' | 'POST' | 'DELETE'; readonly body?: unknown };

/**
 * Asks the gateway for an answer in JSON.
 * @throws Refusal with one Japanese sentence: the gateway's own, or that it can't be reached
 */
export const askGateway = async <Answer>(
  address: string,
  request: Request = {},
): Promise<Answer> => {
  const response = await send(address, request);
  const answer: unknown =
    response.status === 204 ? null : await response.json().catch(() => undefined);
  if (answer === undefined) throw new Refusal(unreadableAnswer, response.status);
  if (!response.ok) throw refusalOf(answer, response.status);
  return answer as Answer;
};

/** The same, for an answer in HTML. */
export const askForPage = async (address: string, request: Request): Promise<string> => {
  const response = await send(address, request);
  if (response.ok) return response.text();
  throw refusalOf(await response.json().catch(() => null), response.status);
};

const send = async (address: string, { method = 'GET', body }: Request): Promise<Response> => {
  try {
    return await fetch(address, {
      method,
      credentials: 'same-origin',
      ...(body === undefined
        ? {}
        : {
            headers: { 'Content-Type': 'application/json; charset=utf-8' },
            body: JSON.stringify(body),
          }),
    });
  } catch {
    throw new Refusal(unreachable, 0);
  }
};

const refusalOf = (answer: unknown, status: number): Refusal => {
  const { error, conflicts, problems } = (answer ?? {}) as Record<string, unknown>;
  return new Refusal(typeof error === 'string' ? error : unreadableAnswer, status, {
    conflicts: Array.isArray(conflicts) ? (conflicts as GatewayConflict[]) : [],
    problems: Array.isArray(problems) ? (problems as FieldProblem[]) : [],
  });
};

import type { z } from 'zod';
import {
  type ActionAnswer,
  type ActionName,
  type ActionRequest,
  decapActions,
} from '../../wire/decap-actions.ts';
import type { FieldProblem } from '../../wire/field-problem.ts';
import { refusal, type ToldConflict } from '../../wire/refusal.ts';
import { type Route, routes } from '../../wire/routes.ts';

/**
 * The gateway did not do what it was asked; the message is its own sentence. As text it is nothing but that sentence,
 * because Decap shows an error as its text.
 */
export class Refusal extends Error {
  readonly status: number;
  readonly conflicts: readonly ToldConflict[];
  readonly problems: readonly FieldProblem[];
  /** Files, by path, that were sent before and are kept no longer. */
  readonly gone: readonly string[];
  /** It is a draft that was deleted, and can be fetched back from the desk. */
  readonly isDeleted: boolean;

  constructor(
    message: string,
    status: number,
    {
      conflicts = [],
      problems = [],
      gone = [],
      isDeleted = false,
    }: {
      conflicts?: readonly ToldConflict[] | undefined;
      problems?: readonly FieldProblem[] | undefined;
      gone?: readonly string[] | undefined;
      isDeleted?: boolean | undefined;
    } = {},
  ) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.conflicts = conflicts;
    this.problems = problems;
    this.gone = gone;
    this.isDeleted = isDeleted;
  }

  override toString(): string {
    return this.message;
  }
}

export const unreachable =
  'サイトにつながりませんでした。入力した内容はこの画面に残っていますので、しばらくしてから、もう一度操作してください。';
export const unreadableAnswer =
  'サイトから読み取れない答えが返りました。入力した内容はこの画面に残っていますので、しばらくしてからもう一度操作し、続くときは事務局にお問い合わせください。';

type Asked<Request> = {
  /** The path of the entry that is asked about, below content/. */
  readonly entry?: string;
  readonly body?: Request;
};

/**
 * Asks the gateway for an answer in JSON.
 * @throws Refusal with one Japanese sentence: the gateway's own, or that it can't be reached, or not be understood
 */
export const askGateway = async <Asking extends Route>(
  route: Asking,
  asked: Asked<z.input<Asking['request']>> = {},
): Promise<z.output<Asking['answer']>> => {
  const response = await send(route, asked);
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusalOf(answer, response.status);
  return understood<Asking['answer']>(route.answer, answer, response.status);
};

/**
 * Asks for one action of Decap's protocol.
 * @throws Refusal as `askGateway`
 */
export const act = async <Name extends ActionName>(
  action: Name,
  params: ActionRequest<Name>,
  branch: string,
): Promise<ActionAnswer<Name>> => {
  const answer = await askGateway(routes.protocol, { body: { branch, action, params } });
  // Of a union's members TypeScript forgets which one the name means.
  const form: z.ZodType = decapActions[action].answer;
  return understood(form, answer, 200) as ActionAnswer<Name>;
};

/** Asks for the page that a text would be, in HTML. @throws Refusal as `askGateway` */
export const askForPage = async (body: z.input<typeof routes.preview.request>): Promise<string> => {
  const response = await send(routes.preview, { body });
  if (response.ok) return response.text();
  throw refusalOf(await response.json().catch(() => undefined), response.status);
};

const send = async (
  { method, address }: Route,
  { entry = '', body }: Asked<unknown>,
): Promise<Response> => {
  try {
    return await fetch(address + entry, {
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

/** Reads an answer by its form. @throws Refusal where it has another */
export const understood = <Answer extends z.ZodType>(
  form: Answer,
  answer: unknown,
  status: number,
): z.output<Answer> => {
  const read = form.safeParse(answer);
  if (!read.success) throw new Refusal(unreadableAnswer, status);
  return read.data;
};

/** Reads an answer that is a no. @throws Refusal where it can't be read */
export const refusalOf = (answer: unknown, status: number): Refusal => {
  const { error, ...details } = understood(refusal, answer, status);
  return new Refusal(error, status, details);
};

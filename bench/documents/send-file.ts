import type { StartedGateway, Visitor } from '../../cms/gateway/fixtures/start-gateway.ts';

/** What became of a file that somebody chose. */
export type Outcome = 'accepted' | 'cleaned' | 'warned' | 'refused' | 'failed';

/** A problem, by its code, in the sentence that the person reads. */
export type Told = { readonly code: string; readonly message: string };

/** What the gateway said of one file. */
export type Sent = {
  readonly outcome: Outcome;
  readonly told: readonly Told[];
  /** What was taken out on the way in, by kind and place. */
  readonly taken: readonly string[];
  readonly milliseconds: number;
  /** What is kept of it until it is saved; null where it was refused. */
  readonly kept: Uint8Array | null;
  /** The text that is searched, by page; null where it was refused. */
  readonly pages: readonly string[] | null;
};

/** Sends a file as an officer's browser does, and looks at what is kept of it. */
export const sendFile = async (
  { origin }: Pick<StartedGateway, 'origin'>,
  officer: Visitor,
  name: string,
  bytes: Uint8Array,
): Promise<Sent> => {
  const begun = performance.now();
  const answer = await officer
    .ask(`/admin/uploads/${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', origin },
      body: new Uint8Array(bytes),
    })
    .catch((error: Error) => ({
      // A file that is larger than any is answered before it has come, and the connection closed.
      status: 0,
      body: { error: String(error.cause ?? error) },
    }));
  const milliseconds = performance.now() - begun;
  const { problems = [] } = answer.body as { problems?: Told[] };
  const told: Told[] = problems.map(({ code, message }: Told) => ({
    code,
    message,
  }));
  const refused = { told, taken: [], milliseconds, kept: null, pages: null };
  if (answer.status === 422) {
    const reason = { code: 'name', message: String(answer.body?.error ?? '') };
    return { outcome: 'refused', ...refused, told: told.length > 0 ? told : [reason] };
  }
  if (answer.status !== 200) {
    const failure = { code: String(answer.status), message: JSON.stringify(answer.body) };
    return { outcome: 'failed', ...refused, told: [failure] };
  }
  const { upload, taken: out = [] } = answer.body;
  const taken = out.map((one: unknown) => JSON.stringify(one));
  const text = await officer.ask(`/admin/uploads/${upload}/text`);
  const kept = await fetch(`${origin}/admin/uploads/${upload}`, {
    headers: { cookie: officer.cookie },
  });
  return {
    outcome: taken.length > 0 ? 'cleaned' : told.length > 0 ? 'warned' : 'accepted',
    told,
    taken,
    milliseconds,
    kept: new Uint8Array(await kept.arrayBuffer()),
    pages: text.status === 200 ? text.body.pages.map(pageWords) : null,
  };
};

const pageWords = ({ label, text }: { label: string; text: string }): string => `${label}\n${text}`;

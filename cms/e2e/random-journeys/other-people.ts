import { people } from './move.ts';

/** Others at the portal, each at a machine of their own, by the same requests that their screens would send. */
export type OtherPeople = {
  /** An office of the same university saves the entry with a mark in it. @returns whether it was taken */
  save(entry: string, mark: string, place: 'title' | 'text'): Promise<boolean>;
  /** The network's office puts a mark into the entry, and publishes it. @returns whether it was taken */
  publish(entry: string, mark: string, place: 'title' | 'text'): Promise<boolean>;
};

type Answer = { readonly status: number; readonly body: Record<string, unknown> };
type Act = (action: string, params: object) => Promise<Answer>;

export const otherPeople = (origin: string): OtherPeople => {
  const post = async (path: string, body: object, cookie = '') =>
    fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, ...(cookie ? { cookie } : {}) },
      body: JSON.stringify(body),
    });
  /** Signs in anew each time: the gateway may have been started again meanwhile. */
  const signedIn = async ({ id, office }: (typeof people)[number]): Promise<Act> => {
    const who = id ? { role: 'contributor', institution: id, office } : { role: 'editor', office };
    const answer = await post('/admin/session', who);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    if (!answer.ok) throw new Error(`${office} can't sign in: ${await answer.text()}`);
    return async (action, params) => {
      const body = { branch: 'main', action, params: { branch: 'main', ...params } };
      const acted = await post('/admin/api', body, cookie);
      return { status: acted.status, body: await acted.json() };
    };
  };

  const saveBy = async (act: Act, entry: string, change: (raw: string) => string) => {
    const { collection, slug, path } = partsOf(entry);
    const draft = await act('unpublishedEntry', { collection, slug });
    const id = `${collection}/${slug}`;
    const stored =
      draft.status === 200
        ? await act('unpublishedEntryDataFile', { collection, slug, path, id })
        : await act('getEntry', { path });
    if (stored.status !== 200) return null;
    const { file, data } = stored.body as { file: { id: string }; data: string };
    const saved = await act('persistEntry', {
      dataFiles: [{ path, slug, raw: change(data) }],
      assets: [],
      options: { collectionName: collection, useWorkflow: true },
      basedOn: { [path]: file.id },
    });
    return saved.status === 200 ? saved.body : null;
  };

  return {
    async save(entry, mark, place) {
      const act = await signedIn(people[1]);
      return (await saveBy(act, entry, withMark(mark, place))) !== null;
    },
    async publish(entry, mark, place) {
      const act = await signedIn(people[3]);
      if (!(await saveBy(act, entry, withMark(mark, place)))) return false;
      const { collection, slug } = partsOf(entry);
      for (const newStatus of ['pending_review', 'pending_publish']) {
        const { body } = await act('unpublishedEntry', { collection, slug });
        if (body['status'] === newStatus) continue;
        const { seen } = body;
        await act('updateUnpublishedEntryStatus', { collection, slug, newStatus, seen });
      }
      const { body } = await act('unpublishedEntry', { collection, slug });
      await act('publishUnpublishedEntry', { collection, slug, seen: body['seen'] });
      return true;
    },
  };
};

const partsOf = (entry: string) => {
  const [collection = '', ...rest] = entry.split('/');
  const slug = `${rest.join('/')}/index`;
  return { collection, slug, path: `content/${collection}/${slug}.mdx` };
};

const withMark = (mark: string, place: 'title' | 'text') => (raw: string) =>
  place === 'title'
    ? raw.replace(/^title: *(['"]?)(.*?)\1$/m, (_line, _quote, title) => `title: '${title}${mark}'`)
    : `${raw.trimEnd()}\n\n${mark}を書き足しました。\n`;

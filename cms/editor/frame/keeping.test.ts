import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeepingRefused } from '../kept/keeping-refused.ts';
import type { KeptText } from '../kept/kept-text.ts';
import { createKeeping } from './keeping.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A store in memory that keeps what it is given, or refuses it. */
const openStore = () => {
  const texts = new Map<string, KeptText>();
  const state = { isFull: false, puts: 0, leaves: 0 };
  const put = async (text: KeptText) => {
    if (state.isFull) throw new KeepingRefused('full');
    state.puts += 1;
    texts.set(text.entry, text);
  };
  const kept = {
    put,
    async leave(text: KeptText) {
      state.leaves += 1;
      await put(text);
    },
    of: async () => null,
    all: async () => [...texts.values()],
    async drop({ entry }: { entry: string }, confirmed = Number.POSITIVE_INFINITY) {
      if ((texts.get(entry)?.revision ?? 0) <= confirmed) texts.delete(entry);
    },
  };
  return { kept, texts, state };
};

const start = () => {
  const store = openStore();
  const form = { title: '', entry: 'case-studies/sakura-u/a' };
  const keeping = createKeeping({
    kept: store.kept,
    who: 'さくら大学 研究推進課',
    read: () => ({ entry: form.entry, data: { title: form.title }, files: [], basedOn: {} }),
    now: () => Date.now(),
    onKept: () => {},
  });
  const type = (text: string) => {
    form.title += text;
    keeping.changed();
  };
  return { ...store, keeping, form, type };
};

describe('what is typed', () => {
  it('is kept 350 ms after its first letter at the latest, however long the typing goes on', async () => {
    const { texts, type } = start();
    for (let letter = 0; letter < 35; letter += 1) {
      type('あ');
      await vi.advanceTimersByTimeAsync(10);
    }
    const [kept] = texts.values();
    expect(String(kept?.data['title'])).toHaveLength(35);
  });

  it('is written down where the page goes away, also while it is on its way to the store', async () => {
    const { state, type, keeping } = start();
    type('題');
    void keeping.flush();
    keeping.leave();
    expect(state.leaves).toBe(1);
    await vi.advanceTimersByTimeAsync(0);
    keeping.leave();
    expect(state.leaves).toBe(1);
  });

  it('is kept at once where the page goes away', async () => {
    const { texts, type, keeping } = start();
    type('題');
    await keeping.flush();
    expect(texts.get('case-studies/sakura-u/a')).toMatchObject({
      who: 'さくら大学 研究推進課',
      data: { title: '題' },
    });
    expect(keeping.isBehind()).toBe(false);
  });

  it('is not kept twice', async () => {
    const { state, type, keeping } = start();
    type('題');
    await keeping.flush();
    await keeping.flush();
    expect(state.puts).toBe(1);
  });
});

describe('what the gateway has confirmed', () => {
  it('is let go of', async () => {
    const { texts, type, keeping, form } = start();
    type('題');
    await keeping.flush();
    await keeping.confirmed(form.entry, keeping.revision());
    expect(texts.size).toBe(0);
  });

  it('leaves what was typed since', async () => {
    const { texts, type, keeping, form } = start();
    type('題');
    const sent = keeping.revision();
    type('名');
    await keeping.flush();
    await keeping.confirmed(form.entry, sent);
    expect(texts.get(form.entry)?.data['title']).toBe('題名');
  });
});

it('a restored text is newer than the one that was kept', async () => {
  const { texts, keeping, form } = start();
  keeping.goOnFrom(40);
  keeping.changed();
  await keeping.flush();
  expect(texts.get(form.entry)?.revision).toBeGreaterThan(40);
});

it('a full disk is told, and forgotten once there is room', async () => {
  const { state, type, keeping } = start();
  state.isFull = true;
  type('題');
  await keeping.flush();
  expect(keeping.trouble()).toContain('空きが足りない');
  state.isFull = false;
  type('名');
  await keeping.flush();
  expect(keeping.trouble()).toBeNull();
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQuietTime, untilWhole } from './quiet-time.ts';

describe('it is quiet', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('once, when nothing has happened for the whole time', () => {
    const onQuiet = vi.fn();
    const quiet = createQuietTime(1000, onQuiet);
    vi.advanceTimersByTime(5000);
    quiet.stir();
    vi.advanceTimersByTime(900);
    quiet.stir();
    vi.advanceTimersByTime(900);
    expect(onQuiet).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5000);
    expect(onQuiet).toHaveBeenCalledOnce();
    quiet.stir();
    quiet.close();
    quiet.stir();
    vi.advanceTimersByTime(5000);
    expect(onQuiet).toHaveBeenCalledOnce();
  });
});

describe('a site is built whole', () => {
  const hour = 3_600_000;
  it('not again where nothing was added to it', () => {
    expect(untilWhole(0, 0, 1000 * hour)).toBeNull();
  });
  it('a day after it was last, and an hour after where much was added', () => {
    expect(untilWhole(1, 5 * hour, 6 * hour)).toBe(23 * hour);
    expect(untilWhole(1, 5 * hour, 40 * hour)).toBe(0);
    expect(untilWhole(50, 5 * hour, 5.5 * hour)).toBe(hour / 2);
    expect(untilWhole(50, 5 * hour, 7 * hour)).toBe(0);
  });
});

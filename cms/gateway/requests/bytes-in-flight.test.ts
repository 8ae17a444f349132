import { describe, expect, it } from 'vitest';
import { createBytesInFlight } from './bytes-in-flight.ts';
import { RefusedRequest } from './refused-request.ts';

const flight = () => createBytesInFlight({ inAll: 100, ofAddress: 60, ofPerson: 30 });
const at = (address: string, person: string | null = null) => ({ address, person });

const refused = (hold: () => unknown): { status: number; retryAfter: number | null } => {
  try {
    hold();
  } catch (error) {
    if (error instanceof RefusedRequest) return error;
  }
  throw new Error('Nothing was refused.');
};

describe('bytes in flight', () => {
  it('are bounded for a person, wherever they send from', () => {
    const inFlight = flight();
    inFlight.hold(at('a', 'sakura'), 20);
    expect(refused(() => inFlight.hold(at('b', 'sakura'), 20))).toMatchObject({
      status: 429,
      retryAfter: 10,
    });
    inFlight.hold(at('b', 'momiji'), 20);
    expect(inFlight.inAll()).toBe(40);
  });

  it('are bounded for an address, whoever sends from it', () => {
    const inFlight = flight();
    for (const person of ['a', 'b', 'c']) inFlight.hold(at('one', person), 20);
    expect(refused(() => inFlight.hold(at('one'), 1)).status).toBe(429);
    inFlight.hold(at('two'), 1);
  });

  it('are bounded in sum', () => {
    const inFlight = flight();
    inFlight.hold(at('one'), 60);
    inFlight.hold(at('two'), 40);
    expect(refused(() => inFlight.hold(at('three'), 1))).toMatchObject({
      status: 503,
      retryAfter: 10,
    });
  });

  it('grow while they come, and are all free again after the answer', () => {
    const inFlight = flight();
    const hold = inFlight.hold(at('one', 'sakura'), 0);
    hold.grow(25);
    expect(refused(() => hold.grow(6)).status).toBe(429);
    // What was refused holds nothing.
    hold.grow(5);
    hold.release();
    hold.release();
    expect(inFlight.inAll()).toBe(0);
    inFlight.hold(at('one', 'sakura'), 30);
  });
});

import { describe, expect, test } from 'vitest';
import { always, aStandingOrder, at, msAt, never } from './support/standing-periods.ts';

describe('a skipped period whose time passes while the order is paused', () => {
  test('is told as skipped once it continues, and the next one has the next number', () => {
    const { periods, places, state, journal } = aStandingOrder();
    places(0);
    periods.skipNext();
    periods.pause();

    periods.resume(msAt(3.5), always);

    expect(journal().slice(-1)).toMatchObject([{ type: 'SKIPPED', actor: null, detail: { number: 2, at: at(1) } }]);
    expect(state).toMatchObject({ skipped: 1, missed: 0, nextAt: at(4), skipsNext: false });
    expect(state.placements.map(({ number, outcome }) => [number, outcome])).toEqual([
      [2, 'SKIPPED'],
      [1, 'PLACED'],
    ]);
    expect(places(4)).toBe(3);
  });

  test('is told where the order ends before it continues, and has no next period', () => {
    const { periods, state } = aStandingOrder();
    periods.skipNext();
    periods.pause();

    periods.tellSkipped(msAt(2), always);

    expect(state).toMatchObject({ skipped: 1, nextAt: null });
  });

  test('is skipped at its time, and once, where the order continues before', () => {
    const { periods, places, state } = aStandingOrder();
    periods.skipNext();
    periods.pause();

    periods.resume(msAt(-0.5), always);

    expect(state).toMatchObject({ skipped: 0, nextAt: at(0), skipsNext: true });
    expect([places(0), places(1)]).toEqual([undefined, 2]);
    expect(state).toMatchObject({ skipped: 1, placed: 1 });
  });

  test('is not told in an execution that continued before such periods were', () => {
    const { periods, places, state } = aStandingOrder();
    periods.skipNext();
    periods.pause();

    periods.resume(msAt(0.5), never);

    expect(places(1)).toBe(1);
    expect(state).toMatchObject({ skipped: 0, placed: 1 });
  });
});

describe('a paused order', () => {
  test('has no next period and skips none, and continues at the next beat', () => {
    const { periods, state } = aStandingOrder();
    periods.skipNext();

    periods.pause();
    const whilePaused = { nextAt: state.nextAt, skipsNext: state.skipsNext };
    periods.resume(msAt(3.5), never);

    expect(whilePaused).toEqual({ nextAt: null, skipsNext: false });
    expect(state).toMatchObject({ nextAt: at(4), skipsNext: false, missed: 0 });
  });

  test('repeats no period when the clock was set back', () => {
    const { periods, places, state } = aStandingOrder();
    places(0);
    places(1);

    periods.pause();
    periods.resume(msAt(-10), always);

    expect(state.nextAt).toBe(at(2));
    expect(places(2)).toBe(3);
  });
});

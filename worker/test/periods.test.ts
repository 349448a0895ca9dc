import { describe, expect, test } from 'vitest';
import { aStandingOrder, at, msAt } from './support/standing-periods.ts';

describe('a skipped period', () => {
  test('places no order, and the next one does', () => {
    const { periods, places, state } = aStandingOrder();

    expect(periods.skipNext()).toEqual({ number: 1, at: at(0) });
    expect(state.skipsNext).toBe(true);

    expect([places(0), places(1)]).toEqual([undefined, 2]);
    expect(state).toMatchObject({ skipped: 1, placed: 1, skipsNext: false });
    expect(state.placements.map(({ outcome }) => outcome)).toEqual(['PLACED', 'SKIPPED']);
  });

  test('is the one after the period that is being placed', () => {
    const { periods, state } = aStandingOrder();
    periods.take(msAt(0));

    expect(periods.skipNext()).toEqual({ number: 2, at: at(1) });
    expect([state.nextAt, state.skipsNext]).toEqual([at(1), true]);
  });

  test('is skipped by the next execution too, which begins with the period after the last', () => {
    const { periods, places } = aStandingOrder();
    places(0);
    periods.skipNext();

    const carried = periods.carried();

    expect(carried).toEqual({ next: 1, skipped: 1 });
    expect(aStandingOrder(carried).places(1)).toBeUndefined();
    expect(aStandingOrder({ next: 1 }).places(1)).toBe(1);
  });
});

describe('a missed period', () => {
  test('is recorded with all before it in one entry, and the newest that is in time is placed', () => {
    const { places, state, journal } = aStandingOrder();

    expect([places(5), places(5)]).toEqual([undefined, 5]);
    expect(state).toMatchObject({ missed: 4, placed: 1, nextAt: at(5) });
    expect(journal()[0]).toMatchObject({ type: 'MISSED', detail: { number: 1, at: at(0), count: 4 } });
    expect(state.placements.map(({ number, at: due, outcome }) => [number, due, outcome])).toEqual([
      [5, at(4), 'PLACED'],
      ...[4, 3, 2, 1].map((number) => [number, at(number - 1), 'MISSED']),
    ]);
  });

  test.each([
    [1, 0],
    [1.001, 1],
  ])('is more than one period late: after %d periods %i is missed', (periodsLater, missed) => {
    const { places, state } = aStandingOrder();

    places(periodsLater);

    expect(state.missed).toBe(missed);
  });

  test('is listed if it is one of the newest hundred', () => {
    const { places, state } = aStandingOrder();

    places(1_000);

    expect(state.missed).toBe(999);
    expect(state.placements.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, nth) => 999 - nth));
  });
});

describe('the last of its times', () => {
  test('has no next period from the moment that it is being placed', () => {
    const { periods, places, state } = aStandingOrder({ times: 2 });
    places(0);
    const afterTheFirst = state.nextAt;

    periods.take(msAt(1));

    expect([afterTheFirst, state.nextAt]).toEqual([at(1), null]);
  });

  test('may be refused, and skipped or missed periods are none of them', () => {
    const { periods, places, state } = aStandingOrder({ times: 1 });
    periods.skipNext();
    places(0);
    places(3);
    const next = state.nextAt;

    const last = periods.take(msAt(3));
    if (last) periods.refused(last, 1, { code: 'INVALID_INPUT', message: 'It cannot be placed' });

    expect([next, state.nextAt]).toEqual([at(2), null]);
    expect(state).toMatchObject({ skipped: 1, missed: 1, refused: 1, placed: 0 });
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BucketRange, bucketsIn, type Span } from '../../src/domain/buckets.ts';

const widths = [3, 12, 60];
const limit = fc.integer({ min: -400, max: 400 });
const numbers = Array.from({ length: 1_001 }, (_, at) => at - 500);

const covers =
  ({ whole, ends }: ReturnType<typeof bucketsIn>) =>
  (number: number): number =>
    whole.filter((range) => isIn(number, range)).length + ends.filter((end) => isWithin(number, end)).length;

const isIn = (number: number, { width, first, last }: BucketRange) =>
  Math.floor(number / width) >= first && Math.floor(number / width) <= last;
const isWithin = (number: number, { from, to }: Span) => number >= from && number < to;

test.each([
  ['with both limits', fc.record({ from: limit, to: limit })],
  ['without a beginning', fc.record({ from: fc.constant(Number.NEGATIVE_INFINITY), to: limit })],
  ['without an end', fc.record({ from: limit, to: fc.constant(Number.POSITIVE_INFINITY) })],
])('each number of a span %s is in one bucket or end, and no other number is', (_, spans) => {
  fc.assert(
    fc.property(spans, (span) => {
      const covered = covers(bucketsIn(span, widths));

      expect(numbers.filter((number) => covered(number) !== (isWithin(number, span) ? 1 : 0))).toEqual([]);
    }),
  );
});

test('a long span is a few ranges of the widest buckets that fit', () => {
  const { whole, ends } = bucketsIn({ from: -61, to: 125 }, widths);

  expect(ends).toEqual([
    { from: -61, to: -60 },
    { from: 123, to: 125 },
  ]);
  expect(whole).toEqual([
    { width: 3, first: 40, last: 40 },
    { width: 60, first: -1, last: 1 },
  ]);
});

test('all numbers are all buckets of the greatest width', () => {
  const span = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

  expect(bucketsIn(span, widths)).toEqual({
    whole: [{ width: 60, first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY }],
    ends: [],
  });
});

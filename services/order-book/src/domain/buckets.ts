/** The numbers from `from` up to, but not including, `to`. */
export type Span = { from: number; to: number };

/** The buckets of one width from the first to the last; the nth begins at n times the width. */
export type BucketRange = { width: number; first: number; last: number };

/**
 * Divides a span into whole buckets, the widest that fit, and what is left at its ends. Each width is a multiple of the one
 * before it. Without a limit, a span has buckets of the greatest width only, at that end.
 */
export function bucketsIn({ from, to }: Span, widths: readonly number[]): { whole: BucketRange[]; ends: Span[] } {
  const [narrowest = 1] = widths;
  const inner = within({ from, to }, narrowest);
  if (isEmpty(inner)) return { whole: [], ends: [{ from, to }].filter((end) => !isEmpty(end)) };

  const ends = [
    { from, to: inner.from },
    { from: inner.to, to },
  ];
  return { whole: wholeBuckets(inner, widths), ends: ends.filter((end) => !isEmpty(end)) };
}

function wholeBuckets(span: Span, [width, wider, ...widest]: readonly number[]): BucketRange[] {
  if (width === undefined) return [];
  const inner = wider === undefined ? span : within(span, wider);
  if (wider === undefined || isEmpty(inner)) return ranges([span], width);
  const outer = [
    { from: span.from, to: inner.from },
    { from: inner.to, to: span.to },
  ];
  return [...ranges(outer, width), ...wholeBuckets(inner, [wider, ...widest])];
}

const ranges = (spans: Span[], width: number): BucketRange[] =>
  spans.filter((span) => !isEmpty(span)).map(({ from, to }) => ({ width, first: from / width, last: to / width - 1 }));

/** The part of a span that consists of whole buckets. */
const within = ({ from, to }: Span, width: number): Span => ({
  from: Math.ceil(from / width) * width,
  to: Math.floor(to / width) * width,
});

const isEmpty = ({ from, to }: Span): boolean => from >= to;

import type { Setting } from './setting.ts';
import { table } from './table.ts';
import type { Values } from './values.ts';

type Given = Partial<Values>;
type Name = keyof Values;

type Comparison = {
  of: readonly [Name, Name];
  /** What the first must be to the second, and the second to the first. */
  must: readonly [string, string];
  why?: string;
  fails: (given: Given) => boolean;
};

function mustDiffer(one: Name, other: Name, why: string): Comparison {
  const must = 'must differ from';
  return {
    of: [one, other],
    must: [must, must],
    why,
    fails: (given) => given[one] !== undefined && given[one] === given[other],
  };
}

const comparisons: readonly Comparison[] = [
  mustDiffer('WAYBILL_SECONDARY_SERVICE_TOKEN', 'WAYBILL_SERVICE_TOKEN', '; nothing would be replaced'),
  mustDiffer('WAYBILL_SECONDARY_JWT_SECRET', 'WAYBILL_JWT_SECRET', '; nothing would be replaced'),
  mustDiffer('WAYBILL_SHIPPING_QUEUE', 'WAYBILL_ORDERS_QUEUE', '; their workers have other activities'),
  mustDiffer('WAYBILL_SHIPPING_QUEUE', 'WAYBILL_AUDIT_QUEUE', '; their workers have other activities'),
  {
    of: ['WAYBILL_CHAOS_SLOW_FROM', 'WAYBILL_CHAOS_SLOW_TO'],
    must: ['must be no longer than', 'must be no shorter than'],
    fails: (given) => isMore(given.WAYBILL_CHAOS_SLOW_FROM, given.WAYBILL_CHAOS_SLOW_TO),
  },
  {
    of: ['WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF', 'WAYBILL_LIMIT_COMMANDS'],
    must: ['must be less than', 'must be more than'],
    why: '; customers could send none',
    fails: (given) => isMore(oneMoreThan(given.WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF), given.WAYBILL_LIMIT_COMMANDS),
  },
  {
    of: ['WAYBILL_VERDICT_TIMEOUT', 'WAYBILL_DRAIN_TIMEOUT'],
    must: ['must be shorter than', 'must be longer than'],
    why: '; a gateway that stops would cut off commands that wait for their verdict',
    fails: (given) => isMore(oneMoreThan(given.WAYBILL_VERDICT_TIMEOUT), given.WAYBILL_DRAIN_TIMEOUT),
  },
  {
    of: ['WAYBILL_LABEL_HEARTBEAT', 'WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT'],
    must: ['must be no longer than half of', 'must be at least twice'],
    fails: (given) => isMore(given.WAYBILL_LABEL_HEARTBEAT, half(given.WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT)),
  },
];

/** A line for each two settings that contradict each other, which blames one that was given. */
export const comparisonsThatFail = (given: Given, named: ReadonlySet<string>): string[] =>
  comparisons
    .filter(({ fails }) => fails(given))
    .map(({ of: [one, other], must: [ofOne, ofOther], why = '' }) =>
      named.has(other) && !named.has(one)
        ? `${other}: ${ofOther} ${one}${unlessNamed(one, named)}${why}`
        : `${one}: ${ofOne} ${other}${unlessNamed(other, named)}${why}`,
    );

/** Who did not set it cannot know its value. */
export function unlessNamed(name: Name, named: ReadonlySet<string>): string {
  const { default: usual }: Setting = table[name];
  return named.has(name) || usual === undefined ? '' : `, which is ${usual} by default`;
}

const oneMoreThan = (number?: number) => number && number + 1;

const half = (duration?: number) => duration && duration / 2;

const isMore = (one: number | undefined, other: number | undefined) =>
  one !== undefined && other !== undefined && one > other;

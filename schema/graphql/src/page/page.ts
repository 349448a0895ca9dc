import type { ArgBuilder } from '@pothos/core';
import { largestPage } from '@waybill/contracts/domain';
import { builder, type SchemaTypes } from '../builder/builder.ts';
import { badUserInput } from '../builder/request-errors.ts';
import { calls } from '../cost/call-cost.ts';
import { withoutNulls } from '../error/without-nulls.ts';
import type { Page, PageArgs } from './port.ts';

const usual = 20;

// The types of a page.

export const PageInfo = builder.objectRef<Page<unknown>>('PageInfo').implement({
  description: 'Position of a page in its list.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether there are more entries after this page.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
      description: 'Whether there are more entries before this page.',
    }),
    startCursor: t.field({
      type: 'Cursor',
      nullable: true,
      description: 'Cursor of the first entry; null if the page is empty.',
      resolve: ({ edges }) => edges.at(0)?.cursor,
    }),
    endCursor: t.field({
      type: 'Cursor',
      nullable: true,
      description: 'Cursor of the last entry; null if the page is empty.',
      resolve: ({ edges }) => edges.at(-1)?.cursor,
    }),
  }),
});

// How to query one.

type Written = {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
};

export const pageArguments = (arg: ArgBuilder<SchemaTypes>) => ({
  first: arg.int({ description: 'Number of entries from the start, or after `after`: defaults to 20, at most 100.' }),
  after: arg({ type: 'Cursor', description: 'Return entries after this cursor.' }),
  last: arg.int({ description: 'Number of entries from the end, or before `before`: at most 100.' }),
  before: arg({ type: 'Cursor', description: 'Return entries before this cursor.' }),
});

/** For lists that are read in one direction only. */
export const forwardArguments = (arg: ArgBuilder<SchemaTypes>) => {
  const { first, after } = pageArguments(arg);
  return { first, after };
};

/** Parses page arguments: forwards by `first` and `after`, or backwards by `last` and `before`. */
export function parsePage(written: Written, atMost: number): PageArgs {
  const { first, after, last, before } = withoutNulls(written);
  const backwards = last !== undefined || before !== undefined;
  if (backwards && (first !== undefined || after !== undefined)) {
    throw badUserInput('Use either first and after, or last and before, not both');
  }
  const size = (backwards ? last : first) ?? Math.min(usual, atMost);
  if (size < 1 || size > atMost) throw badUserInput(`${backwards ? 'last' : 'first'} must be 1 to ${atMost}`);
  return backwards ? withoutNulls({ last: size, before }) : withoutNulls({ first: size, after });
}

/** A page costs one call, and the cost of each of its entries. */
export const pageCost = ({ first, last }: Written) => ({
  field: calls(1),
  multiplier: Math.min(Math.max(first ?? last ?? usual, 1), largestPage),
});

/** For the lists within a page, whose field has multiplied already. */
export const countedByPage = { field: 1, multiplier: 1 };

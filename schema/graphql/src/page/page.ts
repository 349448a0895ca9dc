import type { ArgBuilder } from '@pothos/core';
import { largestPage } from '@waybill/contracts/words';
import { builder, type SchemaTypes } from '../builder.ts';
import { calls } from '../call-cost.ts';
import { badUserInput } from '../request-errors.ts';
import type { Page, PageArgs } from './port.ts';

const usual = 20;

// What a page looks like.

export const PageInfo = builder.objectRef<Page<unknown>>('PageInfo').implement({
  description: 'Where a page stands in its list.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'There is more after this page.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'There is more before this page.' }),
    startCursor: t.field({
      type: 'Cursor',
      nullable: true,
      description: 'Of the first entry; null where the page is empty.',
      resolve: ({ edges }) => edges.at(0)?.cursor,
    }),
    endCursor: t.field({
      type: 'Cursor',
      nullable: true,
      description: 'Of the last entry; null where the page is empty.',
      resolve: ({ edges }) => edges.at(-1)?.cursor,
    }),
  }),
});

// How to ask for one.

type Written = {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
};

export const pageArguments = (arg: ArgBuilder<SchemaTypes>) => ({
  first: arg.int({ description: 'So many from the start, or after `after`: 20 where not given, 100 at most.' }),
  after: arg({ type: 'Cursor', description: 'Go on after this entry.' }),
  last: arg.int({ description: 'So many from the end, or before `before`: 100 at most.' }),
  before: arg({ type: 'Cursor', description: 'Go back from this entry.' }),
});

/** Which page is meant: forwards by `first` and `after`, or backwards by `last` and `before`. */
export function parsePage(written: Written, atMost: number): PageArgs {
  const { first, after, last, before } = given(written);
  const backwards = last !== undefined || before !== undefined;
  if (backwards && (first !== undefined || after !== undefined)) {
    throw badUserInput('Go forwards by first and after, or backwards by last and before, not both');
  }
  const size = (backwards ? last : first) ?? Math.min(usual, atMost);
  if (size < 1 || size > atMost) throw badUserInput(`${backwards ? 'last' : 'first'} must be 1 to ${atMost}`);
  return backwards ? given({ last: size, before }) : given({ first: size, after });
}

const given = (written: Written): PageArgs =>
  Object.fromEntries(Object.entries(written).filter(([, value]) => value !== null && value !== undefined));

/** A page costs a call, and what each of its entries does. */
export const pageCost = ({ first, last }: Written) => ({
  field: calls(1),
  multiplier: Math.min(Math.max(first ?? last ?? usual, 1), largestPage),
});

/** For the lists within a page: its field has multiplied already. */
export const countedByPage = { field: 1, multiplier: 1 };

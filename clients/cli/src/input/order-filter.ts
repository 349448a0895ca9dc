import type { OrderFilter } from '@waybill/client';
import { usage } from '../problems/problems.ts';
import { moment } from './durations.ts';
import { healths, statuses } from './statuses.ts';
import { plans, wordFrom, wordsFrom } from './words.ts';

/** The conditions on orders, by the names of their options. */
export type OrderConditions = {
  status?: string[];
  health?: string[];
  attention?: boolean;
  customer?: string;
  sku?: string;
  plan?: string;
  idPrefix?: string;
  since?: string;
  before?: string;
  updatedSince?: string;
  updatedBefore?: string;
  minTotal?: string;
  maxTotal?: string;
  currency?: string;
};

type Texts = { [Field in keyof OrderFilter]?: string | undefined };

/** Parses the conditions; `named` says an option as the user has written it. */
export function orderFilter(given: OrderConditions, named = (option: string) => `--${option}`): OrderFilter {
  const time = (option: string, text: string | undefined) => text && moment(text, named(option));
  const total = (option: string, text: string | undefined) => text && amountFrom(text, named(option));
  const texts: Texts = {
    customerId: given.customer,
    sku: given.sku,
    idPrefix: given.idPrefix,
    currencyCode: given.currency,
    createdFrom: time('since', given.since),
    createdTo: time('before', given.before),
    updatedFrom: time('updated-since', given.updatedSince),
    updatedTo: time('updated-before', given.updatedBefore),
    minTotal: total('min-total', given.minTotal),
    maxTotal: total('max-total', given.maxTotal),
  };
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)),
    ...(given.status && { status: wordsFrom(given.status, statuses, 'status') }),
    ...(given.health && { health: wordsFrom(given.health, healths, 'health') }),
    ...(given.plan && { plan: wordFrom(given.plan, plans, 'plan') }),
    ...(given.attention !== undefined && { needsAttention: given.attention }),
  };
}

function amountFrom(text: string, of: string): string {
  if (/^\d+(\.\d+)?$/.test(text)) return text;
  throw usage(`${of}: "${text}" is not an amount, such as 20.00; --currency names another currency than USD`);
}

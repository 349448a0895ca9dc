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
export function orderFilter(conditions: OrderConditions, optionName = (option: string) => `--${option}`): OrderFilter {
  const time = (option: string, text: string | undefined) => text && moment(text, optionName(option));
  const total = (option: string, text: string | undefined) => text && amountFrom(text, optionName(option));
  const texts: Texts = {
    customerId: conditions.customer,
    sku: conditions.sku,
    idPrefix: conditions.idPrefix,
    currencyCode: conditions.currency,
    createdFrom: time('since', conditions.since),
    createdTo: time('before', conditions.before),
    updatedFrom: time('updated-since', conditions.updatedSince),
    updatedTo: time('updated-before', conditions.updatedBefore),
    minTotal: total('min-total', conditions.minTotal),
    maxTotal: total('max-total', conditions.maxTotal),
  };
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)),
    ...(conditions.status && { status: wordsFrom(conditions.status, statuses, 'status') }),
    ...(conditions.health && { health: wordsFrom(conditions.health, healths, 'health') }),
    ...(conditions.plan && { plan: wordFrom(conditions.plan, plans, 'plan') }),
    ...(conditions.attention !== undefined && { needsAttention: conditions.attention }),
  };
}

function amountFrom(text: string, of: string): string {
  if (/^\d+(\.\d+)?$/.test(text)) return text;
  throw usage(`${of}: "${text}" is not an amount, such as 20.00; --currency names another currency than USD`);
}

import type { OrderDetailsFragment } from '@waybill/client';
import { problemWords } from '../../components/problem-words.ts';
import { statusWords } from '../../order/words.ts';

type Watched = { order?: Pick<OrderDetailsFragment, 'status' | 'availableActions'> | undefined; error?: unknown };

/** Why an order cannot be rejected, in sentences; undefined if it can, or while that is unknown. */
export function whyNotRejected(id: string, { order, error }: Watched): string | undefined {
  if (mayReject(order)) return undefined;
  const said = (why: string) => `${id} cannot be rejected. ${why}`;
  if (order) return said(`It waits for no decision: it is ${statusWords(order.status).word.toLowerCase()}`);
  return error === undefined ? undefined : said(problemWords(error).text);
}

export const mayReject = (order: Pick<OrderDetailsFragment, 'availableActions'> | undefined): boolean =>
  order?.availableActions.includes('REJECT') ?? false;

import { Forbidden } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { useState } from 'react';
import { byPath, needCorrection, type Result } from '../../order/verdict.ts';
import { type Draft, inputOf } from './draft.ts';

export type Refusal = { text: string; orderId?: string };
/** `placedBefore`: this order with this content had been placed before. */
type Placed = { id: string; placedBefore: boolean };
type Outcome = { problems: Readonly<Record<string, string>>; refusal?: Refusal };

const nothingWrong: Outcome = { problems: {} };

/**
 * Places a draft with its idempotency key: sent again after a lost response, it is the same order. A key that was refused
 * may stand for another order from then on, so the next attempt needs a new one.
 */
export function usePlacing(onRefused: () => void) {
  const { orders } = useWaybill();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(nothingWrong);

  const place = async (draft: Draft): Promise<Placed | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    try {
      const result = await orders.place(inputOf(draft), { idempotencyKey: draft.key });
      if (result.__typename === 'PlaceOrderPayload') return { id: result.order.id, placedBefore: !result.placed };
      setOutcome(refused(result, draft));
      onRefused();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      const again = error instanceof Forbidden ? '' : '. Send it again: it will not be placed twice';
      setOutcome({ problems: {}, refusal: { text: `${text}${again}` } });
    } finally {
      setBusy(false);
    }
    return undefined;
  };
  return { place, busy, ...outcome };
}

type Refused = Result & { orderId?: string };

function refused(result: Refused, draft: Draft): Outcome {
  const problems = byPath(result.fields);
  const count = Object.keys(problems).length;
  const text = count > 0 ? needCorrection(count) : reasonOf(result, draft);
  return { problems, refusal: { text, ...(result.orderId && { orderId: result.orderId }) } };
}

/** Only a response that was lost leaves a key with an order of other content. */
const reasonOf = ({ __typename, orderId, message = 'Refused' }: Refused, draft: Draft): string =>
  __typename === 'IdempotencyConflict' && orderId !== draft.orderId
    ? `${orderId} was placed from this form before it was changed. Place this one only if you want both`
    : message;

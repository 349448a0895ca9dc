import { useWaybill } from '@waybill/client/react';
import { useState } from 'react';
import { byPath, type Result } from '../../order/verdict.ts';
import { type Draft, inputOf } from './draft.ts';

export type Refusal = { text: string; orderId?: string };
type Outcome = { problems: Readonly<Record<string, string>>; refusal?: Refusal };

const nothingWrong: Outcome = { problems: {} };

/** Places a draft with its idempotency key: sent again after a lost response, it is the same order. */
export function usePlacing() {
  const { orders } = useWaybill();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(nothingWrong);

  const place = async (draft: Draft): Promise<string | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    try {
      const result = await orders.place(inputOf(draft), { idempotencyKey: draft.key });
      if (result.__typename === 'PlaceOrderPayload') return result.order.id;
      setOutcome(refused(result));
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      setOutcome({ problems: {}, refusal: { text: `${text}. Send it again: it will not be placed twice` } });
    } finally {
      setBusy(false);
    }
    return undefined;
  };
  return { place, busy, ...outcome };
}

function refused(result: Result & { orderId?: string }): Outcome {
  const problems = byPath(result.fields);
  const count = Object.keys(problems).length;
  const text =
    count > 0 ? `${count} ${count === 1 ? 'field needs' : 'fields need'} correction` : (result.message ?? 'Refused');
  return { problems, refusal: { text, ...(result.orderId && { orderId: result.orderId }) } };
}

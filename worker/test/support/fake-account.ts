import { bank, Refusal, recordOf } from '@waybill/chaos/testing/bank';
import type { RefundRequest } from '@waybill/contracts';
import type { Money } from '@waybill/contracts/domain';
import { Refused } from '@waybill/http-client';

export type FakeAccount = ReturnType<typeof openAccount>;

type Reply = { answer: unknown } | { refusal: Refusal };

/** The money of one payment, as the provider keeps it by its own rules. */
export function openAccount(journal: string[]) {
  let payment: bank.Payment | undefined;
  const replies = new Map<string, Reply>();
  const refunds: { key: string; amount: Money }[] = [];
  const sums = { captured: 0, refunded: 0 };

  const decide = <D extends bank.Decision>(decision: D, key: string): D => {
    payment = decision.payment;
    if (decision.entry) enter(decision.entry, key);
    return decision;
  };

  const enter = ({ kind, amount }: bank.Entry, key: string) => {
    const amountMinor = amount?.amountMinor ?? 0;
    journal.push(amountMinor ? `${kind} ${amountMinor}` : kind);
    if (kind === 'CAPTURED') sums.captured += amountMinor;
    if (kind === 'REFUNDED') sums.refunded += amountMinor;
    if (kind === 'REFUNDED' && amount) refunds.push({ key, amount });
  };

  return {
    sums,
    /** Every amount that was given back, and the key that it was given back for. */
    refunds,
    record: () => payment && recordOf(payment),
    /** What is neither with the customer nor with the shop. */
    openHold: () => (payment?.status === 'AUTHORIZED' ? (payment.authorized?.amountMinor ?? 0) : 0),
    /** The rule of a refund, which finds in the ledger what its key gave back before. */
    refund: (request: RefundRequest, key?: string) => (known: bank.Payment | undefined) =>
      bank.refund(known, request, { key, before: refunds.find((made) => made.key === key)?.amount }),
    /** Replies are not kept for ever. */
    forgetsReplies: () => replies.clear(),
    /** Decides once for a key. */
    once<T>(key = '', rule: (known: bank.Payment | undefined) => bank.Decision, reply: (made: never) => T): T {
      const given = replies.get(key) ?? replyTo(() => reply(decide(rule(payment), key) as never));
      replies.set(key, given);
      return answerIn(given) as T;
    },
  };
}

function replyTo(made: () => unknown): Reply {
  try {
    return { answer: made() };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error };
    throw error;
  }
}

function answerIn(reply: Reply): unknown {
  if ('refusal' in reply) throw new Refused(reply.refusal.code, reply.refusal.message);
  return reply.answer;
}

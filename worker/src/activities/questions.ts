import type { Client } from '@temporalio/client';
import { type Address, fulfillment, type LabelCreated, type PackagePrepared } from '@waybill/contracts/domain';
import type { CallOptions } from '@waybill/http-client';
import { createActivity, type OrderRef } from './attempt.ts';

/** The report and the answer of each question of a shipment. */
type Questions = {
  settleAddress: { report: PackagePrepared; answer: Address };
  clearDispatch: { report: LabelCreated; answer: true };
};

/** Asks the workflow of an order one question, and waits for the answer. */
export type AskOrder = <Q extends keyof Questions>(
  question: Q,
  about: { orderId: string; done: Questions[Q]['report'] },
  call: CallOptions,
) => Promise<Questions[Q]['answer']>;

/** Asks by an update, which a workflow cannot send itself. A repeated question has the same update id, and so the same answer. */
export const createAskOrder =
  (client: Client): AskOrder =>
  (question, { orderId, done }, { deadlineMs = 0, signal }) => {
    const order = client.workflow.getHandle(fulfillment.idFor(orderId));
    const ask = () =>
      client.withDeadline(Date.now() + deadlineMs, () =>
        order.executeUpdate<Questions[typeof question]['answer'], [typeof done]>(fulfillment.updates[question], {
          args: [done],
          updateId: question,
        }),
      );
    return signal ? client.withAbortSignal(signal, ask) : ask();
  };

type Asked<Q extends keyof Questions> = OrderRef & { done: Questions[Q]['report'] };

/** The questions of a shipment to its order between its steps. */
export const createQuestionActivities = (ask: AskOrder) => ({
  /** The package is prepared: asks for the address, which can no longer change afterwards. */
  settleAddress: createActivity(async (content: Asked<'settleAddress'>, call) => ({
    address: await ask('settleAddress', content, call),
  })),

  /** The label exists: asks whether to dispatch. The order can no longer be cancelled afterwards. */
  clearDispatch: createActivity(async (content: Asked<'clearDispatch'>, call) => {
    await ask('clearDispatch', content, call);
    return {};
  }),
});

export type QuestionActivities = ReturnType<typeof createQuestionActivities>;

import type { Client } from '@temporalio/client';
import { type Address, fulfillment, type ShippingStepDone } from '@waybill/contracts/words';
import type { CallOptions } from '@waybill/http-client';
import { attempted, type Which } from './attempted.ts';

type Question = keyof typeof fulfillment.updates;
type Answers = { settleAddress: Address; clearDispatch: true };

/** Puts one question to the workflow of an order, and waits for its answer. */
export type AskOrder = <Q extends Question>(
  question: Q,
  about: { orderId: string; done: ShippingStepDone },
  call: CallOptions,
) => Promise<Answers[Q]>;

/** Asks by an update, which a workflow cannot send itself. Asked again, it is the same question, with the same answer. */
export const askingOrdersOn =
  (client: Client): AskOrder =>
  (question, { orderId, done }, { deadlineMs = 0, signal }) => {
    const order = client.workflow.getHandle(fulfillment.idFor(orderId));
    const ask = () =>
      client.withDeadline(Date.now() + deadlineMs, () =>
        order.executeUpdate<Answers[typeof question], [ShippingStepDone]>(fulfillment.updates[question], {
          args: [done],
          updateId: question,
        }),
      );
    return signal ? client.withAbortSignal(signal, ask) : ask();
  };

type Asking = Which & { done: ShippingStepDone };

/** What a shipment asks of its order between its steps. */
export const askingActivities = (ask: AskOrder) => ({
  /** The package is prepared: where does it go to? From then on the address stays as it is. */
  settleAddress: attempted(async (asking: Asking, call) => ({ address: await ask('settleAddress', asking, call) })),

  /** The label is made: may it go? From then on the order cannot be cancelled. */
  clearDispatch: attempted(async (asking: Asking, call) => {
    await ask('clearDispatch', asking, call);
    return {};
  }),
});

export type AskingActivities = ReturnType<typeof askingActivities>;

import { HandlerUnfinishedPolicy } from '@temporalio/common';
import { defineQuery, defineSignal, setHandler } from '@temporalio/workflow';
import {
  fulfillment,
  type OrderAnswer,
  type OrderItem,
  type OrderStatus,
  type OrderStep,
  type Verdict,
} from '@waybill/contracts/domain';
import { runningTrace } from '../shared/activities/trace-headers.ts';
import type { OrderBook } from './book/order-book.ts';
import type { AddressChanges } from './commands/address-change.ts';
import type { Approval } from './commands/approval.ts';
import type { Cancellation } from './commands/cancellation.ts';
import { createCommandHandler, type SignalHandler } from './commands/command-handler.ts';
import { handleCompatibilityQueries, handleCompatibilitySignals } from './commands/compatibility.ts';
import type { ItemAdditions } from './commands/item-additions.ts';
import type { OperatorCommands } from './commands/operator-commands.ts';
import type { OrderSaga } from './saga/saga.ts';
import { clearDispatch, dispatchFailed, settleAddress, validateReport } from './shipping/protocol.ts';
import type { OrderShipment } from './shipping/shipment.ts';
import type { OrderRecord } from './state/order-record.ts';

const { queries, signals } = fulfillment;

type Commands = {
  approval: Approval;
  cancellation: Cancellation;
  additions: ItemAdditions;
  addresses: AddressChanges;
  operators: OperatorCommands;
};

/**
 * The updates by which the shipment asks its order between its steps. If the order does not answer one, it cancels the
 * child.
 */
export function handleUpdates({ addressQuestion, dispatchQuestion }: OrderShipment, book: OrderBook): void {
  const options = { unfinishedPolicy: HandlerUnfinishedPolicy.ABANDON, validator: validateReport };
  const after = <Report, Answer>(question: { ask: (report: Report) => Promise<Answer> }) => {
    return (report: Report) => {
      book.beforeUpdate();
      return question.ask(report);
    };
  };
  setHandler(settleAddress, after(addressQuestion), options);
  setHandler(clearDispatch, after(dispatchQuestion), options);
  setHandler(dispatchFailed, () => undefined); // the child then fails with the same error, which cannot be forged
}

/** The queries: the whole order, or one part of it. */
export function handleQueries(order: OrderRecord): void {
  setHandler(defineQuery<OrderAnswer, [number?]>(queries.order), (afterSeq) => ({
    ...order.answer(afterSeq),
    trace: runningTrace(),
  }));
  setHandler(defineQuery<OrderStatus>(queries.status), () => order.state.status);
  setHandler(defineQuery<number>(queries.progress), () => order.state.progress);
  setHandler(defineQuery<OrderStep[]>(queries.steps), () => order.state.steps);
  setHandler(defineQuery<Verdict | null, [string]>(queries.verdict), (id) => order.commands.verdicts.on(id) ?? null);
  setHandler(defineQuery<OrderItem[]>(queries.items), () => order.state.items);
  handleCompatibilityQueries(order);
}

/** The signals: the commands of people. */
export function handleSignals(order: OrderRecord, saga: OrderSaga, commands: Commands): void {
  const { approval, cancellation, additions, addresses, operators } = commands;
  const handle = createCommandHandler(order, saga);
  const on = (name: keyof typeof signals, handler: SignalHandler) =>
    setHandler(defineSignal<[unknown]>(signals[name]), (payload) => handler(payload)); // without a second argument, the sender is unknown

  const approve = handle('approve', (command, decide) => {
    decide(null);
    approval.approve(command, command.note);
  });
  const cancel = handle('cancel', (command, decide) =>
    cancellation.request({ reason: command.reason, by: command, decide }),
  );

  on('approve', approve);
  on(
    'reject',
    handle('reject', (command, decide) => {
      decide(null);
      approval.reject(command, command.reason);
    }),
  );
  on('cancel', cancel);
  on('addItem', handle('addItem', additions.add));
  on('changeAddress', handle('changeAddress', addresses.change));
  on('retryNow', handle('retryNow', operators.retryNow));
  on('giveUpStep', handle('giveUpStep', operators.giveUpStep));
  on('settleCompensation', handle('settleCompensation', operators.settleCompensation));

  handleCompatibilitySignals({ approve, cancel, addItem: handle('addItem', additions.addUnpriced) });
}

import { autoApproval, type CommandName, type CommandRefusal, refusalOf, type Verdict } from '@waybill/contracts/words';
import {
  AddressLocked,
  AlreadyShipped,
  type Decision,
  IdempotencyConflict,
  InvalidInput,
  type NamedError,
  OrderClosed,
  OrderNotAwaitingApproval,
  type OrderSnapshot,
  PaymentRefused,
  WorkflowLost,
} from '@waybill/graphql';

/** A command on its way: what it is called, and what it says in short. */
export type Told = { commandId: string; name: CommandName; fingerprint: string };

export const verdictOn = ({ commandId }: Told, { verdicts }: OrderSnapshot): Verdict | undefined =>
  verdicts.find((verdict) => verdict.commandId === commandId);

/** The order when it took the command; else the error that says why not. The same command id for something else is a conflict before all else. */
export function judged(told: Told, { command, fingerprint, refusal, message }: Verdict, order: OrderSnapshot) {
  if (command !== told.name || fingerprint !== told.fingerprint) {
    throw new IdempotencyConflict(
      order.orderId,
      `The command id ${told.commandId} was used before, for something else`,
    );
  }
  if (refusal) throw refused(refusal, order, message, told.name);
  return order;
}

/** What an order says that can say nothing any more: the verdict that it gave, or why it is too late. */
export function judgedTooLate(told: Told, order: OrderSnapshot): OrderSnapshot {
  const verdict = verdictOn(told, order);
  if (verdict) return judged(told, verdict, order);
  throw refused(refusalOf(told.name, order) ?? 'ORDER_CLOSED', order, null, told.name);
}

/** The field of a command's input that an order can find wrong, where there is one. */
const fieldOf: Partial<Record<CommandName, string>> = { addItem: 'item', changeAddress: 'address' };

function refused(
  refusal: CommandRefusal,
  order: OrderSnapshot,
  message: string | null,
  command: CommandName,
): NamedError {
  const field = fieldOf[command];
  const { orderId, status } = order;
  switch (refusal) {
    case 'INVALID_INPUT':
      return new InvalidInput([{ path: field ? [field] : [], message: message ?? 'is not valid' }]);
    case 'IDEMPOTENCY_CONFLICT':
      return new IdempotencyConflict(orderId, message ?? 'The command id was used before, for something else');
    case 'ORDER_NOT_AWAITING_APPROVAL':
      return new OrderNotAwaitingApproval(orderId, status, decisionOn(order));
    case 'ORDER_CLOSED':
      return new OrderClosed(orderId, status, decisionOn(order));
    case 'ALREADY_SHIPPED':
      return new AlreadyShipped(orderId);
    case 'ADDRESS_LOCKED':
      return new AddressLocked(orderId);
    case 'WORKFLOW_LOST':
      return new WorkflowLost(orderId);
    case 'PAYMENT_REFUSED':
      return new PaymentRefused(message ?? 'The payment provider refused the new total');
  }
}

/** Who decided about the order, and when, where a person did: ended it, or approved one that has not ended otherwise. */
function decisionOn({ endedBy, endedAt, failure, steps }: OrderSnapshot): Decision | null {
  if (failure) return endedBy && endedAt ? { by: endedBy, at: endedAt } : null;
  const approval = steps.find(({ name, status }) => name === 'AWAIT_APPROVAL' && status === 'COMPLETED');
  const by = approval?.detail?.approvedBy;
  return typeof by === 'string' && by !== autoApproval && approval?.finishedAt ? { by, at: approval.finishedAt } : null;
}

import {
  autoApproval,
  type CommandFailure,
  type CommandName,
  refusalOf,
  type Verdict,
} from '@waybill/contracts/domain';
import {
  AddressLocked,
  AlreadyShipped,
  type Decision,
  IdempotencyConflict,
  InvalidInput,
  NothingToDo,
  OrderClosed,
  OrderNotAwaitingApproval,
  type OrderSnapshot,
  PaymentRefused,
  unavailable,
  WorkflowLost,
} from '@waybill/graphql';

/** A command that was sent: its id, its name, and a digest of its input. */
export type SentCommand = { commandId: string; name: CommandName; fingerprint: string };

export const verdictOn = ({ commandId }: SentCommand, { verdicts }: OrderSnapshot): Verdict | undefined =>
  verdicts.find((verdict) => verdict.commandId === commandId);

/**
 * Returns the order if it accepted the command; otherwise throws the reason. The same command id with other input is
 * always a conflict.
 */
export function orderOrError(
  sent: SentCommand,
  { command, fingerprint, refusal, message, field }: Verdict,
  order: OrderSnapshot,
) {
  if (command !== sent.name || fingerprint !== sent.fingerprint) {
    throw new IdempotencyConflict(
      order.orderId,
      `The command id ${sent.commandId} was already used for a different command`,
    );
  }
  if (refusal) throw errorOf({ refusal, message, field }, order, sent.name);
  return order;
}

/** The same for an order that is closed or lost: its earlier verdict, or why the command comes too late. */
export function orderOrErrorWhenClosed(sent: SentCommand, order: OrderSnapshot): OrderSnapshot {
  const verdict = verdictOn(sent, order);
  if (verdict) return orderOrError(sent, verdict, order);
  throw errorOf({ refusal: refusalOf(sent.name, order) ?? 'ORDER_CLOSED', message: null }, order, sent.name);
}

/** The input field that an order can refuse, if a command has one. */
const fieldOf: Partial<Record<CommandName, string>> = { addItem: 'item', changeAddress: 'address' };

type Refused = { refusal: CommandFailure; message: string | null; field?: string | undefined };

function errorOf({ refusal, message, field }: Refused, order: OrderSnapshot, command: CommandName): Error {
  const path = [fieldOf[command], field].filter((name) => name !== undefined);
  const { orderId, status } = order;
  switch (refusal) {
    case 'INVALID_INPUT':
      return new InvalidInput([{ path, message: message ?? 'is not valid' }]);
    case 'IDEMPOTENCY_CONFLICT':
      return new IdempotencyConflict(orderId, message ?? 'The command id was already used for a different command');
    case 'ORDER_NOT_AWAITING_APPROVAL':
      return new OrderNotAwaitingApproval(orderId, status, decisionOn(order));
    case 'ORDER_CLOSED':
      return new OrderClosed(orderId, status, decisionOn(order));
    case 'ALREADY_SHIPPED':
      return new AlreadyShipped(orderId);
    case 'ADDRESS_LOCKED':
      return new AddressLocked(orderId);
    case 'NOTHING_TO_DO':
      return new NothingToDo(
        message ??
          `When this command was refused, order ${orderId} had no failed attempt that waited for a retry, or none of the given step: a new command, under another id, is decided anew`,
      );
    case 'WORKFLOW_LOST':
      return new WorkflowLost(orderId);
    case 'PAYMENT_REFUSED':
      return new PaymentRefused(message ?? 'The payment provider refused the new total');
    case 'SERVICE_UNAVAILABLE':
      return unavailable('A provider failed, and the order is unchanged: send the command again under another id');
  }
}

/** The person who ended the order, or approved it, and when. */
function decisionOn({ endedBy, endedAt, failure, steps }: OrderSnapshot): Decision | null {
  if (failure) return endedBy && endedAt ? { by: endedBy, at: endedAt } : null;
  const approval = steps.find(({ name, status }) => name === 'AWAIT_APPROVAL' && status === 'COMPLETED');
  const by = approval?.detail?.approvedBy;
  return typeof by === 'string' && by !== autoApproval && approval?.finishedAt ? { by, at: approval.finishedAt } : null;
}

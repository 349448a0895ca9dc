import type { OrderStatus } from '@waybill/contracts/domain';
import { type Decision, TooLate } from '../error/decision.ts';
import { NamedError } from '../error/errors.ts';

export class OrderNotFound extends NamedError {
  override readonly name = 'OrderNotFound';
  readonly code = 'ORDER_NOT_FOUND';
  constructor(orderId: string) {
    super(`There is no order ${orderId}`);
  }
}

export class OrderNotAwaitingApproval extends TooLate<OrderStatus> {
  override readonly name = 'OrderNotAwaitingApproval';
  readonly code = 'ORDER_NOT_AWAITING_APPROVAL';
  constructor(orderId: string, status: OrderStatus, decision: Decision | null = null) {
    super(notAwaitingApproval(orderId, status), status, decision);
  }
}

/** A refusal outlives the status in which it was decided. */
const notAwaitingApproval = (orderId: string, status: OrderStatus): string =>
  status === 'AWAITING_APPROVAL'
    ? `Order ${orderId} was not awaiting approval when this command was refused, and is now: a new command, under another id, is decided anew`
    : `Order ${orderId} is not awaiting approval: it is ${status}`;

export class OrderClosed extends TooLate<OrderStatus> {
  override readonly name = 'OrderClosed';
  readonly code = 'ORDER_CLOSED';
  constructor(orderId: string, status: OrderStatus, decision: Decision | null = null) {
    super(`Order ${orderId} is closed: it is ${status}`, status, decision);
  }
}

export class AlreadyShipped extends NamedError {
  override readonly name = 'AlreadyShipped';
  readonly code = 'ALREADY_SHIPPED';
  constructor(orderId: string) {
    super(`Order ${orderId} has been handed to the carrier`);
  }
}

export class AddressLocked extends NamedError {
  override readonly name = 'AddressLocked';
  readonly code = 'ADDRESS_LOCKED';
  constructor(orderId: string) {
    super(`The label of order ${orderId} is being created or exists: its address can no longer change`);
  }
}

export class PaymentRefused extends NamedError {
  override readonly name = 'PaymentRefused';
  readonly code = 'PAYMENT_REFUSED';
}

export class NothingToDo extends NamedError {
  override readonly name = 'NothingToDo';
  readonly code = 'NOTHING_TO_DO';
}

/** The workflow ended before the order was closed: nothing can receive commands. */
export class WorkflowLost extends NamedError {
  override readonly name = 'WorkflowLost';
  readonly code = 'WORKFLOW_LOST';
  constructor(orderId: string) {
    super(`Order ${orderId} has lost its workflow and accepts no commands: it is being compensated`);
  }
}

/** The workflow was signalled and has not decided within the time limit: the command is not withdrawn. */
export class VerdictPending extends NamedError {
  override readonly name = 'VerdictPending';
  readonly code = 'VERDICT_PENDING';
  readonly commandId: string;
  constructor(commandId: string, target: 'order' | 'run' = 'order') {
    super(`The ${target} has received the command but not decided on it yet: watch it for the result`);
    this.commandId = commandId;
  }
}

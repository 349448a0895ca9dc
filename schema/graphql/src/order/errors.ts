import type { FieldProblem } from '@waybill/contracts';
import type { CommandRefusal, OrderStatus } from '@waybill/contracts/words';

/** Values of the GraphQL enum `ErrorCode`. */
export type ErrorCode = CommandRefusal | 'ORDER_NOT_FOUND' | 'VERDICT_PENDING';

/** A named "no" that a client can select. Its class is its GraphQL type, its `code` the same for programs. */
export abstract class OrderError extends Error {
  abstract readonly code: ErrorCode;
}

/** What a person has decided: who, and when (RFC 3339). */
export type Decision = { by: string; at: string };

export class InvalidInput extends OrderError {
  override readonly name = 'InvalidInput';
  readonly code = 'INVALID_INPUT';
  readonly fields: FieldProblem[];
  constructor(fields: FieldProblem[]) {
    super(fields.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '));
    this.fields = fields;
  }
}

export class IdempotencyConflict extends OrderError {
  override readonly name = 'IdempotencyConflict';
  readonly code = 'IDEMPOTENCY_CONFLICT';
  readonly orderId: string;
  constructor(orderId: string, message: string) {
    super(message);
    this.orderId = orderId;
  }
}

export class OrderNotFound extends OrderError {
  override readonly name = 'OrderNotFound';
  readonly code = 'ORDER_NOT_FOUND';
  constructor(orderId: string) {
    super(`There is no order ${orderId}`);
  }
}

export class OrderNotAwaitingApproval extends OrderError {
  override readonly name = 'OrderNotAwaitingApproval';
  readonly code = 'ORDER_NOT_AWAITING_APPROVAL';
  readonly status: OrderStatus;
  readonly decision: Decision | null;
  constructor(orderId: string, status: OrderStatus, decision: Decision | null = null) {
    super(`Order ${orderId} is not awaiting approval: it is ${status}`);
    this.status = status;
    this.decision = decision;
  }
}

export class OrderClosed extends OrderError {
  override readonly name = 'OrderClosed';
  readonly code = 'ORDER_CLOSED';
  readonly status: OrderStatus;
  readonly decision: Decision | null;
  constructor(orderId: string, status: OrderStatus, decision: Decision | null = null) {
    super(`Order ${orderId} is closed: it is ${status}`);
    this.status = status;
    this.decision = decision;
  }
}

export class AlreadyShipped extends OrderError {
  override readonly name = 'AlreadyShipped';
  readonly code = 'ALREADY_SHIPPED';
  constructor(orderId: string) {
    super(`Order ${orderId} has been handed to the carrier`);
  }
}

export class AddressLocked extends OrderError {
  override readonly name = 'AddressLocked';
  readonly code = 'ADDRESS_LOCKED';
  constructor(orderId: string) {
    super(`The label of order ${orderId} is being made or done: its address cannot change any more`);
  }
}

export class PaymentRefused extends OrderError {
  override readonly name = 'PaymentRefused';
  readonly code = 'PAYMENT_REFUSED';
}

/** Its workflow has ended, and the order has not: nobody is there to be told. */
export class WorkflowLost extends OrderError {
  override readonly name = 'WorkflowLost';
  readonly code = 'WORKFLOW_LOST';
  constructor(orderId: string) {
    super(`Order ${orderId} has lost its workflow and takes no commands: what was done for it is being undone`);
  }
}

/** Signalled, but the workflow has not answered within the limit: the command stands. */
export class VerdictPending extends OrderError {
  override readonly name = 'VerdictPending';
  readonly code = 'VERDICT_PENDING';
  readonly commandId: string;
  constructor(commandId: string) {
    super('The order has been told, and has not answered yet: watch it');
    this.commandId = commandId;
  }
}

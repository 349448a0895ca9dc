import type { FieldProblem } from '@waybill/contracts';
import type { CommandRefusal, RunRefusal } from '@waybill/contracts/domain';

/** Values of the GraphQL enum `ErrorCode`. */
export type ErrorCode = CommandRefusal | RunRefusal | 'ORDER_NOT_FOUND' | 'RUN_NOT_FOUND' | 'VERDICT_PENDING';

/** An error that a client can select by name. Its class is its GraphQL type, its `code` the same for programs. */
export abstract class NamedError extends Error {
  abstract readonly code: ErrorCode;
}

export class InvalidInput extends NamedError {
  override readonly name = 'InvalidInput';
  readonly code = 'INVALID_INPUT';
  readonly fields: FieldProblem[];
  constructor(fields: FieldProblem[]) {
    super(fields.map(sentence).join('; '));
    this.fields = fields;
  }
}

/** A message is either a predicate that follows its field, or a sentence. */
function sentence({ path, message }: FieldProblem): string {
  if (path.length === 0) return message;
  return path.join('.') + (/^\p{Lu}/u.test(message) ? ': ' : ' ') + message;
}

export class IdempotencyConflict extends NamedError {
  override readonly name = 'IdempotencyConflict';
  readonly code = 'IDEMPOTENCY_CONFLICT';
  readonly orderId: string;
  /** Whether an idempotency key or a command id was used for something else; otherwise an id or payment reference is taken. */
  readonly keyReused: boolean;
  constructor(orderId: string, message: string, keyReused = true) {
    super(message);
    this.orderId = orderId;
    this.keyReused = keyReused;
  }
}

/** The id or the idempotency key was used before, for an order or run with other content. */
export class StartConflict extends Error {
  override readonly name = 'StartConflict';
  /** The order or run that has the id or the key. */
  readonly id: string;
  /** Whether the idempotency key was used before; otherwise the id is taken. */
  readonly keyReused: boolean;
  constructor(id: string, message: string, keyReused: boolean) {
    super(message);
    this.id = id;
    this.keyReused = keyReused;
  }
}

/** The payment reference was used before, for another order; `orderId` is the one that was to be placed. */
export class PaymentReferenceConflict extends Error {
  override readonly name = 'PaymentReferenceConflict';
  readonly orderId: string;
  readonly holder: string;
  constructor(orderId: string, holder: string) {
    super('The payment reference was used before, for another order');
    this.orderId = orderId;
    this.holder = holder;
  }
}

/** No workflow is running for the order: it is closed or unknown. The engine does not say which. */
export class NotRunning extends Error {
  override readonly name = 'NotRunning';
}

/** The engine cannot be reached, or cannot take the call now. A retry may succeed. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';
}

/** The engine accepts no long poll: it has too many, or does not support them. */
export class LongPollRefused extends Error {
  override readonly name = 'LongPollRefused';
}

/** The engine is available, but no worker has answered for the order in time. */
export class NotAnswering extends Error {
  override readonly name = 'NotAnswering';
}

/** A payload cannot be decrypted; the message names its key, and nothing of the content. */
export class PayloadUnreadable extends Error {
  override readonly name: string = 'PayloadUnreadable';
  /** The workflow that the payload belongs to, if known. */
  readonly workflowId: string | undefined;
  constructor(message: string, workflowId: string | undefined, options?: ErrorOptions) {
    super(message, options);
    this.workflowId = workflowId;
  }
}

/** The workflow of a payload that cannot be decrypted, as a field of the log. */
export const unreadableWorkflow = (error: unknown): { workflowId?: string } =>
  error instanceof PayloadUnreadable && error.workflowId ? { workflowId: error.workflowId } : {};

/** A payload is encrypted by a key that this process was not given. */
export class PayloadKeyMissing extends PayloadUnreadable {
  override readonly name = 'PayloadKeyMissing';
}

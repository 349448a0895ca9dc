/** The order id, or the idempotency key, already stands for something else that was asked for. */
export class OrderConflict extends Error {
  override readonly name = 'OrderConflict';
  readonly orderId: string;
  constructor(orderId: string, message: string) {
    super(message);
    this.orderId = orderId;
  }
}

/** No workflow is running for the order: it is closed, or there never was one. The engine does not tell which. */
export class NotRunning extends Error {
  override readonly name = 'NotRunning';
}

/** The engine cannot be reached, or cannot take the call now. Asking again later helps. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';
}

/** The engine answers, and holds no long poll for us: it has too many, or knows none. */
export class LongPollRefused extends Error {
  override readonly name = 'LongPollRefused';
}

/** The engine is there, but no worker has answered for the order in time. */
export class NotAnswering extends Error {
  override readonly name = 'NotAnswering';
}

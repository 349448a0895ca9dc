import type { OrderBookRefusal } from '@waybill/contracts';

/** A write or read that the book refuses; nothing was written. */
export class BookRefused extends Error {
  override readonly name = 'BookRefused';
  readonly code: OrderBookRefusal;
  constructor(code: OrderBookRefusal, message: string) {
    super(message);
    this.code = code;
  }
}

export const unknownOrder = (orderId: string) => new BookRefused('ORDER_NOT_FOUND', `The book has no order ${orderId}`);

export const unknownRun = (runId: string) => new BookRefused('RUN_NOT_FOUND', `The book has no run ${runId}`);

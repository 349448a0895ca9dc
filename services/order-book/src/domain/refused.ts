import type { OrderBookRefusal } from '@waybill/contracts';

/** The book says no, and nothing was written. */
export class BookRefused extends Error {
  override readonly name = 'BookRefused';
  readonly code: OrderBookRefusal;
  constructor(code: OrderBookRefusal, message: string) {
    super(message);
    this.code = code;
  }
}

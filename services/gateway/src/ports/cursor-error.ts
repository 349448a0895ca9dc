import { badUserInput } from '@waybill/graphql';
import { Refused } from '@waybill/order-book-client';

/** `source` is the argument or header that contained the cursor. */
export const asCursorError =
  (source: string) =>
  (error: unknown): never => {
    if (error instanceof Refused && error.code === 'INVALID_CURSOR') throw wrongCursor(source);
    throw error;
  };

export const wrongCursor = (source: string) => badUserInput(`${source} is not a cursor of this list`);

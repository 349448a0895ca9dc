import type { PlacedOrder } from '@waybill/contracts/words';
import { expectTypeOf, test } from 'vitest';
import type { readably } from '../src/workflows/order/state/readable.ts';

test('nothing that an order is placed with is lost where its workflow begins', () => {
  expectTypeOf<keyof ReturnType<typeof readably>>().toEqualTypeOf<keyof PlacedOrder>();
});

import type { PlacedOrder } from '@waybill/contracts/domain';
import { expectTypeOf, test } from 'vitest';
import type { readPlacedOrder } from '../src/workflows/order/state/read-placed-order.ts';

test('nothing that an order is placed with is lost where its workflow begins', () => {
  expectTypeOf<keyof ReturnType<typeof readPlacedOrder>>().toEqualTypeOf<keyof PlacedOrder>();
});

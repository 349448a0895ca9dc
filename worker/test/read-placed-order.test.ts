import type { PlacedOrder } from '@waybill/contracts/domain';
import { expectTypeOf, test } from 'vitest';
import type { readPlacedOrder } from '../src/workflows/order/state/read-placed-order.ts';

test('no field of a placed order is lost when its workflow starts', () => {
  expectTypeOf<keyof ReturnType<typeof readPlacedOrder>>().toEqualTypeOf<keyof PlacedOrder>();
});

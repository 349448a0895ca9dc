import { CustomerProfile, Line, OrderId, Recommendations } from '@waybill/contracts';
import { router } from '@waybill/platform';
import { z } from 'zod';
import type { Door } from '../../calls/door.ts';
import { get } from '../../calls/endpoint.ts';
import type { CustomerUseCases } from '../application/use-cases.ts';

/** `orderId` says on whose behalf, so that what becomes of the call can be told beforehand. */
const asks = z.object({ customerId: Line, orderId: OrderId.optional() });

export function customerRoutes({ reads }: Door<CustomerUseCases>) {
  const app = router();
  get(
    app,
    { path: '/{customerId}/profile', summary: 'Who a customer is', asks, answers: CustomerProfile },
    reads((customer, request) => customer.profile(request), 'customer.profile'),
  );
  get(
    app,
    { path: '/{customerId}/recommendations', summary: 'What a customer may like', asks, answers: Recommendations },
    reads((customer, request) => customer.recommendations(request), 'customer.recommendations'),
  );
  return app;
}

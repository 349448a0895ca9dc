import { ChaosSubject, CustomerProfile, Line, Recommendations } from '@waybill/contracts';
import { router } from '@waybill/platform';
import { z } from 'zod';
import type { Handlers } from '../calls/handlers.ts';
import { get } from '../http/endpoint.ts';
import type { Customers } from './customers.ts';

/** `orderId` is the order, run or user that the call is made for, so that its outcome can be pinned. */
const parameters = z.object({ customerId: Line, orderId: ChaosSubject.optional() });

export function createCustomerRoutes({ reads }: Handlers<Customers>) {
  const app = router();
  get(
    app,
    { path: '/{customerId}/profile', summary: 'Profile of a customer', parameters, response: CustomerProfile },
    reads((customers, { customerId }) => customers.profile(customerId), 'customer.profile'),
  );
  get(
    app,
    {
      path: '/{customerId}/recommendations',
      summary: 'Products recommended to a customer',
      parameters,
      response: Recommendations,
    },
    reads((customers, { customerId }) => customers.recommendations(customerId), 'customer.recommendations'),
  );
  return app;
}

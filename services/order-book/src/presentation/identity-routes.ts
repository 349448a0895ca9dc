import type { OrderBook } from '../application/order-book.ts';
import * as endpoints from './identity-endpoints.ts';
import { bookRouter } from './problems.ts';

/** The routes of ids, keys and payment references, each of which can be used once. */
export function createIdentityRoutes(
  book: Pick<OrderBook, 'identity' | 'claimPaymentReference' | 'abandonClaim' | 'keepUndone'>,
) {
  const app = bookRouter();
  app.openapi(endpoints.findIdentity, async (c) => c.json(await book.identity(c.req.valid('param').id), 200));
  app.openapi(endpoints.claimPaymentReference, async (c) =>
    c.json(await book.claimPaymentReference(c.req.valid('json')), 200),
  );
  app.openapi(endpoints.abandonClaim, async (c) => c.json(await book.abandonClaim(c.req.valid('json')), 200));
  app.openapi(endpoints.keepUndoneEffects, async (c) =>
    c.json(await book.keepUndone(c.req.valid('param').orderId, c.req.valid('json')), 200),
  );
  return app;
}

import { createRoute, z } from '@hono/zod-openapi';
import { Audit, AuditedOrders, AuditedOrdersRequest, wholeNumber } from '@waybill/contracts';
import { needsBody, router } from '@waybill/platform';
import { jsonBody, responses } from '../http/endpoint.ts';
import type { AuditReader } from './audit.ts';

const Page = z.object({
  after: z.string().default(''),
  first: wholeNumber(1, 10_000).default(100),
});

export function createAuditRoutes(books: AuditReader) {
  const app = router();
  app.openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'Check that money and stock balance',
      responses: responses(Audit),
    }),
    async (c) => c.json(await books.whole()),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/orders',
      summary: 'List all effects, by order',
      request: { query: Page },
      responses: responses(AuditedOrders),
    }),
    async (c) => {
      const { after, first } = c.req.valid('query');
      return c.json(await books.orders(after, first));
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/orders/by-ids',
      summary: 'List all effects of up to 100 orders or payments',
      middleware: [needsBody],
      request: { body: jsonBody(AuditedOrdersRequest) },
      responses: responses(AuditedOrders),
    }),
    async (c) => c.json(await books.ordersById(c.req.valid('json').ids)),
  );
  return app;
}

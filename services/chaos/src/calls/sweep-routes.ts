import { createRoute } from '@hono/zod-openapi';
import { Swept } from '@waybill/contracts';
import { router } from '@waybill/platform';
import { responses } from '../http/endpoint.ts';

export function createSweepRoutes(sweep: () => Promise<void>) {
  const app = router();
  app.openapi(
    createRoute({
      method: 'post',
      path: '/',
      summary: 'Delete stored responses after a day, and the log of drawn outcomes after 7 days',
      responses: responses(Swept),
    }),
    async (c) => {
      await sweep();
      return c.json({ swept: true as const });
    },
  );
  return app;
}

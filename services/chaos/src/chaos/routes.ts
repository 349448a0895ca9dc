import { createRoute, z } from '@hono/zod-openapi';
import {
  AllChaosPins,
  ChangeChaos,
  ChaosLog,
  ChaosPins,
  ChaosSettings,
  ChaosSubject,
  type FieldProblem,
  PinChaos,
  wholeNumber,
} from '@waybill/contracts';
import { HttpProblem, needsBody, router } from '@waybill/platform';
import { jsonBody, responses } from '../http/endpoint.ts';
import type { Ledger } from './draws.ts';
import type { ChaosLogReader } from './log.ts';
import type { Pin, Pins } from './pins.ts';
import {
  changed,
  describedSettings,
  isOperation,
  problemsOfOutcomes,
  problemsOfPlan,
  problemsOfRepeats,
  unknownOperation,
} from './settings.ts';

const LogPage = z.object({
  orderId: ChaosSubject.optional(),
  operation: z.string().max(100).optional(),
  after: wholeNumber(0).default(0),
  before: wholeNumber(0).optional(),
  waitMs: wholeNumber(0, 25_000).optional(),
  first: wholeNumber(1, 1000).default(100),
});

/**
 * The endpoints of fault injection, which never fail on purpose.
 *
 * Longer than 40 lines: one registration for each
 * endpoint.
 */
export function createChaosRoutes(ledger: Ledger, pins: Pins, log: ChaosLogReader) {
  const app = router();
  const settings = async () => describedSettings(await ledger.settings());

  app.openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'Get the fault injection settings',
      responses: responses(ChaosSettings),
    }),
    async (c) => c.json(await settings()),
  );
  app.openapi(
    createRoute({
      method: 'put',
      path: '/',
      summary: 'Change the profile, the seed, or the outcome probabilities of operations',
      middleware: [needsBody],
      request: { body: jsonBody(ChangeChaos) },
      responses: responses(ChaosSettings),
    }),
    async (c) => {
      const change = c.req.valid('json');
      refuse(problemsOfPlan(change.operations ?? []));
      await ledger.change(changed(await ledger.settings(), change));
      return c.json(await settings());
    },
  );
  app.openapi(
    createRoute({
      method: 'delete',
      path: '/',
      summary: 'Reset to the calm profile, and delete pins, counts and log',
      responses: responses(ChaosSettings),
    }),
    async (c) => {
      await ledger.forget();
      return c.json(await settings());
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/log',
      summary: 'List the drawn outcomes, oldest first; newest first before a number; or wait for the next',
      request: { query: LogPage },
      responses: responses(ChaosLog),
    }),
    async (c) => {
      const { after, before, waitMs, ...filter } = c.req.valid('query');
      if (before !== undefined) return c.json({ entries: await log.before(before, filter) });
      if (waitMs === undefined) return c.json({ entries: await log.after(after, filter) });
      return c.json({ entries: await log.next(after, filter, waitMs, c.req.raw.signal) });
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/pins',
      summary: 'List the pins of all orders that are not used up',
      responses: responses(AllChaosPins),
    }),
    async (c) => c.json({ pins: await pins.all() }),
  );
  app.openapi(
    createRoute({
      method: 'put',
      path: '/orders/{orderId}',
      summary: 'Pin the outcomes of the next calls for an order',
      middleware: [needsBody],
      request: { params: z.object({ orderId: ChaosSubject }), body: jsonBody(PinChaos) },
      responses: responses(ChaosPins),
    }),
    async (c) => {
      const { orderId } = c.req.valid('param');
      await pins.set(orderId, pinned(c.req.valid('json')));
      return c.json({ orderId, pins: await pins.left(orderId) });
    },
  );
  return app;
}

function pinned({ pins }: PinChaos): Pin[] {
  const problems = pins.flatMap(({ operation, outcomes }, index) => {
    const path = ['pins', String(index)];
    if (!isOperation(operation)) return [{ path: [...path, 'operation'], message: unknownOperation }];
    return problemsOfOutcomes(operation, outcomes, [...path, 'outcomes']);
  });
  refuse([...problemsOfRepeats(pins, 'pins'), ...problems]);
  return pins as Pin[];
}

function refuse(problems: FieldProblem[]): void {
  if (problems.length > 0) throw new HttpProblem(400, 'INVALID_REQUEST', 'The request has invalid fields', problems);
}

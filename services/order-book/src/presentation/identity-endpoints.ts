import { createRoute, z } from '@hono/zod-openapi';
import * as shapes from '@waybill/contracts';
import { needsBody } from '@waybill/platform';
import { body, conflict, problem, reads, takes } from './responses.ts';

// The requests and responses about ids, keys and payment references, each of which can be used once.

const unknown = { description: 'The order does not exist', ...problem };

export const findIdentity = createRoute({
  method: 'get',
  path: '/identities/{id}',
  summary: 'Resolve an order id, or the id derived from an idempotency key, to its order',
  request: { params: z.object({ id: z.string().min(1) }) },
  responses: { ...reads('The order', shapes.Identity), 404: unknown },
});

export const claimPaymentReference = createRoute({
  method: 'post',
  path: '/payment-references',
  summary: 'Hold a payment reference for an order that is about to be placed',
  middleware: [needsBody],
  request: { body: body(shapes.PaymentReferenceClaim) },
  responses: takes('The order that holds it, which may be another', shapes.PaymentReferenceHolder),
});

export const abandonClaim = createRoute({
  method: 'post',
  path: '/payment-references/abandoned',
  summary: 'Report that the order was not placed that a payment reference is held for',
  middleware: [needsBody],
  request: { body: body(shapes.AbandonedClaim) },
  responses: takes('Whether that claim held it', shapes.ClaimAbandoned),
});

export const keepUndoneEffects = createRoute({
  method: 'put',
  path: '/orders/{orderId}/undone-effects',
  summary: 'Journal that the effects of an order or run are undone that the book does not know',
  middleware: [needsBody],
  request: { params: z.object({ orderId: z.string().min(1) }), body: body(shapes.UndoneEffects) },
  responses: { ...takes('Whose they are', shapes.EffectsOwner), ...conflict('The book knows the order') },
});

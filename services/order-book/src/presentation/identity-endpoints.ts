import { createRoute, z } from '@hono/zod-openapi';
import * as shapes from '@waybill/contracts';
import { needsBody } from '@waybill/platform';
import { answer, body, down, problem, refused, tooLarge } from './responses.ts';

// The requests and responses about what is used once: ids, keys and payment references of orders.

const unknown = { description: 'The order does not exist', ...problem };

export const findIdentity = createRoute({
  method: 'get',
  path: '/identities/{id}',
  summary: 'Resolve an order id, or the id derived from an idempotency key, to its order',
  request: { params: z.object({ id: z.string().min(1) }) },
  responses: { 200: answer('The order', shapes.Identity), 400: refused, 404: unknown, 503: down },
});

export const claimPaymentReference = createRoute({
  method: 'post',
  path: '/payment-references',
  summary: 'Hold a payment reference for an order that is about to be placed',
  middleware: [needsBody],
  request: { body: body(shapes.PaymentReferenceClaim) },
  responses: {
    200: answer('The order that holds it, which may be another', shapes.PaymentReferenceHolder),
    400: refused,
    413: tooLarge,
    503: down,
  },
});

export const abandonClaim = createRoute({
  method: 'post',
  path: '/payment-references/abandoned',
  summary: 'Report that the order was not placed that a payment reference is held for',
  middleware: [needsBody],
  request: { body: body(shapes.AbandonedClaim) },
  responses: {
    200: answer('Whether that claim held it', shapes.ClaimAbandoned),
    400: refused,
    413: tooLarge,
    503: down,
  },
});

export const keepUndoneEffects = createRoute({
  method: 'put',
  path: '/orders/{orderId}/undone-effects',
  summary: 'Journal that the effects of an order or run are undone that the book does not know',
  middleware: [needsBody],
  request: { params: z.object({ orderId: z.string().min(1) }), body: body(shapes.UndoneEffects) },
  responses: {
    200: answer('Whose they are', shapes.EffectsOwner),
    400: refused,
    409: { description: 'The book knows the order', ...problem },
    413: tooLarge,
    503: down,
  },
});

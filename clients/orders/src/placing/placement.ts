import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import { fulfillment, majorUnits, type OrderMemo, type PlacedOrder } from '@waybill/contracts/domain';
import { descriptionOf } from '../engine/description.ts';
import type { Engine } from '../engine/engine.ts';
import { PaymentReferenceConflict, StartConflict } from '../engine/errors.ts';
import { createWorkflowStart, type Identity } from '../engine/workflow-start.ts';
import { lookMs } from '../reading/execution-reader.ts';
import { createIdempotentStart, type Reservation } from './idempotent-start.ts';
import { orderIdOfKey } from './order-id.ts';

/** An order to be placed. `orderId` is null where the client gave none. */
export type OrderToPlace = Omit<PlacedOrder, 'orderId' | 'fingerprint' | 'keyId'> & { orderId: string | null };

/** Who holds an id in the order book, which remembers longer than the engine; undefined when it does not say. */
export type BookLookup = (id: string) => Promise<OrderMemo | undefined>;

/** Keys are scoped by caller: the same key of two callers is two keys. */
export type PlacementOptions = {
  idempotencyKey: string | null;
  caller: string;
  inBook?: BookLookup;
  references?: References;
};

/** Payment references in the order book, each of one order only. */
export type References = {
  /** Holds one for an order. `insteadOf` is an order that the engine does not know. */
  claim: (claim: Claim & Content & { insteadOf?: string }) => Promise<Held>;
  /** The start that it was held for has failed; with the content: it was refused, since other content has the id. */
  abandon: (claim: Claim & { claimedAt: string } & Partial<Content>) => Promise<unknown>;
};

type Claim = { reference: string; orderId: string };
type Content = { fingerprint: string };
/** `held`: by this claim. */
type Held = { orderId: string; claimedAt: string; held: boolean };

/** `placed` is null if the same order was placed before. */
export type Placement = { orderId: string; placed: PlacedOrder | null };

type StartOptions = { newId: () => string; taskQueue: string };

const nobody: BookLookup = async () => undefined;

/** Starts the workflow of an order, once for ever. */
export const createPlacement = (engine: Engine, { newId, taskQueue }: StartOptions) => {
  const startOnce = createIdempotentStart<PlacedOrder>({
    start: createWorkflowStart(engine, taskQueue, 'orderId'),
    workflowIdOf: fulfillment.idFor,
    newId,
    idOfKey: orderIdOfKey,
    startOf: (placed) => ({
      workflow: fulfillment.workflow,
      args: [placed],
      typedSearchAttributes: attributesOf(placed),
    }),
    conflict: { ofKey: keyTaken, ofId: idTaken },
  });

  return async (
    request: OrderToPlace,
    { inBook = nobody, references, ...under }: PlacementOptions,
  ): Promise<Placement> => {
    const { id, started } = await startOnce(
      {
        id: request.orderId,
        content: contentOf(request),
        startedAs: ({ id: orderId, ...identity }) => ({ ...request, ...identity, orderId }),
        reserve: reserveReference(engine, request.paymentReference, references),
      },
      { ...under, inBook: async (known) => identityOf(await inBook(known)) },
    );
    return { orderId: id, placed: started };
  };
};

/**
 * A reference whose holder the engine does not know was held for a start that failed: it is had instead of that order. An
 * order that the engine knows needs no reference: it was placed before, with its own.
 */
function reserveReference(engine: Engine, reference: string | undefined, references: References | undefined) {
  if (reference === undefined || !references) return undefined;
  return async ({ id: orderId, fingerprint }: Identity): Promise<Reservation | undefined> => {
    const claim = { reference, orderId, fingerprint };
    let holder = await references.claim(claim);
    if (!holder.held && (await isKnown(engine, orderId))) return undefined;
    if (!holder.held && !(await isKnown(engine, holder.orderId)))
      holder = await references.claim({ ...claim, insteadOf: holder.orderId });
    if (!holder.held) throw new PaymentReferenceConflict(orderId, holder.orderId);
    const { claimedAt } = holder;
    return {
      startFailed: () => references.abandon({ reference, orderId, claimedAt }),
      idTaken: () => references.abandon({ ...claim, claimedAt }),
    };
  };
}

const isKnown = async (engine: Engine, orderId: string): Promise<boolean> =>
  (await descriptionOf(engine, fulfillment.idFor(orderId), { withinMs: lookMs })) !== undefined;

const identityOf = (memo: OrderMemo | undefined) => memo && { id: memo.orderId, fingerprint: memo.fingerprint };

/** The requested content, without additions of this system. */
const contentOf = ({
  orderId,
  placedAt,
  placedBy,
  correlationId,
  patience,
  limitMs,
  limits,
  shippingQueue,
  items,
  ...content
}: OrderToPlace) => ({
  ...content,
  items: items.map(({ sku, quantity, unitPrice }) => ({ sku, quantity, unitPrice })),
});

const keyTaken = (orderId: string) =>
  new StartConflict(
    orderId,
    `This idempotency key stands for order ${orderId}, which was placed with other content`,
    true,
  );

const idTaken = (orderId: string) =>
  new StartConflict(orderId, `Order ${orderId} was placed before, with other content`, false);

const orderId = defineSearchAttributeKey('orderId', 'KEYWORD');
const customerId = defineSearchAttributeKey('customerId', 'KEYWORD');
const orderStatus = defineSearchAttributeKey('orderStatus', 'KEYWORD');
const totalAmount = defineSearchAttributeKey('totalAmount', 'DOUBLE');
const createdAt = defineSearchAttributeKey('createdAt', 'DATETIME');

const attributesOf = (order: PlacedOrder) =>
  new TypedSearchAttributes([
    { key: orderId, value: order.orderId },
    { key: customerId, value: order.customerId },
    { key: orderStatus, value: 'RECEIVED' },
    { key: totalAmount, value: majorUnits(order.total) },
    { key: createdAt, value: new Date(order.placedAt) },
  ]);

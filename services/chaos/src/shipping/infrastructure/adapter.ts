import type { Db } from '@waybill/platform';
import { count, eq } from 'drizzle-orm';
import { Raced } from '../../calls/refusal.ts';
import type { Shipments } from '../domain/port.ts';
import type { Label, Shipment } from '../domain/rules.ts';
import { shipmentEvents, shipments } from './tables.ts';

type Row = typeof shipments.$inferSelect;

export const shipmentsIn = (db: Db): Shipments => ({
  find: async (orderId) => {
    const [row] = await db.select().from(shipments).where(eq(shipments.orderId, orderId));
    return row && shipmentOf(row);
  },
  keep: async (shipment, happening) => {
    const row = rowOf(shipment);
    const written = await db
      .insert(shipments)
      .values(row)
      .onConflictDoUpdate({ target: shipments.orderId, set: row, setWhere: eq(shipments.version, shipment.version) })
      .returning({ version: shipments.version });
    if (written.length === 0) throw new Raced(`The shipment of ${shipment.orderId} has just changed`);
    await db.insert(shipmentEvents).values({ orderId: shipment.orderId, happening });
  },
  statistics: async () => {
    const counted = await db
      .select({ stage: shipments.stage, count: count() })
      .from(shipments)
      .groupBy(shipments.stage);
    return Object.fromEntries(counted.map(({ stage, count }) => [stage, count]));
  },
});

const shipmentOf = ({ orderId, shipmentId, stage, lines, labelClosed, version, ...row }: Row): Shipment => ({
  orderId,
  shipmentId,
  stage,
  lines,
  label: labelOf(row),
  labelClosed,
  version,
});

/** The columns of a label are all there, or none is. */
function labelOf(row: Omit<Row, keyof Shipment>): Label | null {
  const { labelId, carrier, trackingNumber, address, labelStartedAt, labelReadyAt, labelVoidedAt } = row;
  if (!(labelId && carrier && trackingNumber && address && labelStartedAt && labelReadyAt)) return null;
  return {
    labelId,
    carrier,
    trackingNumber,
    address,
    startedAt: labelStartedAt,
    readyAt: labelReadyAt,
    voidedAt: labelVoidedAt,
  };
}

const rowOf = ({ label, version, ...shipment }: Shipment): Row => ({
  ...shipment,
  labelId: label?.labelId ?? null,
  carrier: label?.carrier ?? null,
  trackingNumber: label?.trackingNumber ?? null,
  address: label?.address ?? null,
  labelStartedAt: label?.startedAt ?? null,
  labelReadyAt: label?.readyAt ?? null,
  labelVoidedAt: label?.voidedAt ?? null,
  version: version + 1,
});

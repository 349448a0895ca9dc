import { type SQL, sql } from 'drizzle-orm';
import type { Happening, Shipment } from '../domain/shipment.ts';

export const find = `
  select order_id as "orderId", shipment_id as "shipmentId", stage, lines, label_id as "labelId", carrier,
    tracking_number as "trackingNumber", address, label_started_at as "startedAt", label_ready_at as "readyAt",
    label_voided_at as "voidedAt", label_closed as "labelClosed", version
  from chaos.shipments where order_id = $1`;

/** Writes no row when the shipment has been written since it was found. */
export const keep = ({ orderId, shipmentId, stage, lines, label, labelClosed, version }: Shipment): SQL => sql`
  insert into chaos.shipments (order_id, shipment_id, stage, lines, label_id, carrier, tracking_number, address,
    label_started_at, label_ready_at, label_voided_at, label_closed, version)
  values (${orderId}, ${shipmentId}, ${stage}, ${JSON.stringify(lines)}, ${label?.labelId ?? null},
    ${label?.carrier ?? null}, ${label?.trackingNumber ?? null}, ${label ? JSON.stringify(label.address) : null},
    ${label?.startedAt ?? null}, ${label?.readyAt ?? null}, ${label?.voidedAt ?? null}, ${labelClosed},
    ${version}::integer + 1)
  on conflict (order_id) do update set (shipment_id, stage, lines, label_id, carrier, tracking_number, address,
    label_started_at, label_ready_at, label_voided_at, label_closed, version)
  = (excluded.shipment_id, excluded.stage, excluded.lines, excluded.label_id, excluded.carrier,
    excluded.tracking_number, excluded.address, excluded.label_started_at, excluded.label_ready_at,
    excluded.label_voided_at, excluded.label_closed, excluded.version)
  where shipments.version = ${version}::integer
  returning version`;

/** Every event of a shipment, once, for the audit. */
export const record = (orderId: string, happening: Happening): SQL => sql`
  insert into chaos.shipment_events (order_id, happening) values (${orderId}, ${happening}) returning seq`;

export const countByStage = 'select stage, count(*)::int as count from chaos.shipments group by stage';

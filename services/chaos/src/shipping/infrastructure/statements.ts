export const find = `
  select order_id as "orderId", shipment_id as "shipmentId", stage, lines, label_id as "labelId", carrier,
    tracking_number as "trackingNumber", address, label_started_at as "startedAt", label_ready_at as "readyAt",
    label_voided_at as "voidedAt", label_closed as "labelClosed", version
  from chaos.shipments where order_id = $1`;

/** Writes no row when the shipment is not the one that was found. */
export const keep = `
  insert into chaos.shipments (order_id, shipment_id, stage, lines, label_id, carrier, tracking_number, address,
    label_started_at, label_ready_at, label_voided_at, label_closed, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::integer + 1)
  on conflict (order_id) do update set (shipment_id, stage, lines, label_id, carrier, tracking_number, address,
    label_started_at, label_ready_at, label_voided_at, label_closed, version)
  = ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::integer + 1) where shipments.version = $13::integer
  returning version`;

/** Everything that happened to a shipment, once, for the audit. */
export const happen = 'insert into chaos.shipment_events (order_id, happening) values ($1, $2) returning seq';

export const countByStage = 'select stage, count(*)::int as count from chaos.shipments group by stage';

import type { Desk } from '../../calls/desk.ts';
import type { Shipments } from '../domain/port.ts';
import type { Label, Shipment } from '../domain/rules.ts';
import * as statements from './statements.ts';

type LabelColumns = { [Column in keyof Label]: Label[Column] | null };
type Row = Omit<Shipment, 'label'> & LabelColumns;

export const shipmentsAt = ({ read, write }: Desk): Shipments => ({
  find: async (orderId) => {
    const [row] = await read<Row>(statements.find, [orderId]);
    return row && shipmentOf(row);
  },
  keep: (shipment, happening) => {
    write(statements.keep, valuesOf(shipment));
    write(statements.happen, [shipment.orderId, happening]);
  },
  statistics: async () => {
    const counted = await read<{ stage: string; count: number }>(statements.countByStage, []);
    return Object.fromEntries(counted.map(({ stage, count }) => [stage, count]));
  },
});

const shipmentOf = ({ orderId, shipmentId, stage, lines, labelClosed, version, ...label }: Row): Shipment => ({
  orderId,
  shipmentId,
  stage,
  lines,
  label: labelOf(label),
  labelClosed,
  version,
});

/** The columns of a label are all there, or none is. */
function labelOf({ labelId, carrier, trackingNumber, address, startedAt, readyAt, voidedAt }: LabelColumns) {
  if (!(labelId && carrier && trackingNumber && address && startedAt && readyAt)) return null;
  return { labelId, carrier, trackingNumber, address, startedAt, readyAt, voidedAt };
}

const valuesOf = ({ orderId, shipmentId, stage, lines, label, labelClosed, version }: Shipment): unknown[] => [
  orderId,
  shipmentId,
  stage,
  JSON.stringify(lines),
  label?.labelId,
  label?.carrier,
  label?.trackingNumber,
  label && JSON.stringify(label.address),
  label?.startedAt,
  label?.readyAt,
  label?.voidedAt,
  labelClosed,
  version,
];

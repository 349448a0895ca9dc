import type { UnitOfWork } from '../../calls/unit-of-work.ts';
import type { Label, Shipment } from '../domain/shipment.ts';
import type { Shipments } from '../domain/shipments.ts';
import * as statements from './statements.ts';

type LabelColumns = { [Column in keyof Label]: Label[Column] | null };
type Row = Omit<Shipment, 'label'> & LabelColumns;

export const createShipments = ({ read, write }: UnitOfWork): Shipments => ({
  find: async (orderId) => {
    const [row] = await read<Row>(statements.find, [orderId]);
    return row && shipmentOf(row);
  },
  keep: (shipment, happening) => {
    write(statements.keep(shipment));
    write(statements.record(shipment.orderId, happening));
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

/** The columns of a label are either all set or all null. */
function labelOf({ labelId, carrier, trackingNumber, address, startedAt, readyAt, voidedAt }: LabelColumns) {
  if (!(labelId && carrier && trackingNumber && address && startedAt && readyAt)) return null;
  return { labelId, carrier, trackingNumber, address, startedAt, readyAt, voidedAt };
}

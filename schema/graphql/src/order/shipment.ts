import type * as domain from '@waybill/contracts/words';
import { builder } from '../builder.ts';

export type CurrentShipment = domain.Shipment & { labelPercent: number | null };

export const Shipment = builder.objectRef<CurrentShipment>('Shipment').implement({
  description: 'The package of an order.',
  fields: (t) => ({
    trackingNumber: t.exposeString('trackingNumber', { nullable: true, description: 'From the label on.' }),
    carrier: t.exposeString('carrier', { nullable: true, description: 'Who carries it.' }),
    labelPercent: t.exposeInt('labelPercent', { nullable: true, description: 'How far the label is, 0 to 100.' }),
    status: t.exposeString('status', {
      description: 'PREPARING, PREPARED, LABELING, LABELED, DISPATCHED or CANCELLED.',
    }),
  }),
});

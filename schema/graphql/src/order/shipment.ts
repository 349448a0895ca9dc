import type * as domain from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';

export type CurrentShipment = domain.Shipment & { labelPercent: number | null };

export const Shipment = builder.objectRef<CurrentShipment>('Shipment').implement({
  description: 'The shipment of an order.',
  fields: (t) => ({
    trackingNumber: t.exposeString('trackingNumber', {
      nullable: true,
      description: 'Tracking number; null before the label exists.',
    }),
    carrier: t.exposeString('carrier', { nullable: true, description: 'Name of the carrier; null until it is known.' }),
    labelPercent: t.exposeInt('labelPercent', {
      nullable: true,
      description: "Progress of the label's creation in percent; null before it starts.",
    }),
    status: t.exposeString('status', {
      description: 'One of PREPARING, PREPARED, LABELING, LABELED, DISPATCHED and CANCELLED.',
    }),
  }),
});

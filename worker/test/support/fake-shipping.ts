import type { ShipmentRecord } from '@waybill/contracts';
import type { ProvidersClient } from '@waybill/providers-client';
import type { Effects } from './effects.ts';
import type { Does } from './operation.ts';

const label = {
  shipmentId: 'ship-1',
  carrier: 'Scripted Parcels',
  labelId: 'label-1',
  trackingNumber: 'TRACK-1',
};

/** A carrier that says how far its label is, and remembers to whom it was made out. */
export function fakeShipping(orderId: string, effects: Effects, does: Does) {
  let percent = 0;
  let labelledTo: string | undefined;

  const parcel = (status: ShipmentRecord['status']) => ({ ...label, orderId, status, labelPercent: percent });
  const done = (effect: string, status: ShipmentRecord['status']) => {
    effects.happen(effect);
    return parcel(status);
  };

  const shipping: ProvidersClient['shipping'] = {
    prepare: (_, call) => does('prepare', call, () => done('prepare', 'PREPARED')),
    createLabel: ({ address }, call) =>
      does('label', call, () => {
        labelledTo = address.street;
        return done('label', 'LABELED');
      }),
    dispatch: (_, call) => does('dispatch', call, () => done('dispatch', 'DISPATCHED')),
    cancel: ({ part }, call) => {
      const [effect, name] =
        part === 'LABEL' ? (['label', 'cancel label'] as const) : (['prepare', 'cancel shipment'] as const);
      return does(name, call, () => ({ shipment: parcel('CANCELLED'), ...effects.undo(effect, name) }));
    },
    status: async () => parcel(effects.has('dispatch') ? 'DISPATCHED' : 'LABELING'),
  };

  return {
    shipping,
    labelledTo: () => labelledTo,
    makesLabelsTo: (next: number) => {
      percent = next;
    },
  };
}

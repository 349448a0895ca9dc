import { patched } from '@temporalio/workflow';
import type { Commands } from '@waybill/contracts/domain';
import type { OrderRecord } from '../state/order-record.ts';
import { isSameAddress } from '../state/shapes.ts';
import type { Decide } from './command-handler.ts';

/** Each change is journaled with both addresses, so their number is limited. */
const maxAddressChanges = 100;

/** Accepts changes of the shipping address until the shipment settles it. */
export function createAddressChanges(order: OrderRecord) {
  let changes = 0;

  return {
    change(command: Commands['changeAddress'], decide: Decide) {
      changes += 1;
      if (changes > maxAddressChanges)
        return decide('INVALID_INPUT', `An address changes at most ${maxAddressChanges} times`);
      if (isStale(command, order))
        return decide('INVALID_INPUT', 'was changed meanwhile: look at it and send the change anew');
      decide(null);
      order.changeAddress(command.address, command);
    },
  };
}

/** Histories of workers that did not know `from` replay without the comparison. */
const isStale = ({ from }: Commands['changeAddress'], { state }: OrderRecord): boolean =>
  from !== undefined && !isSameAddress(from, state.shippingAddress) && patched('address-compared');

export type AddressChanges = ReturnType<typeof createAddressChanges>;

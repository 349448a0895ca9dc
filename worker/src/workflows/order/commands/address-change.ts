import { patched } from '@temporalio/workflow';
import type { Commands } from '@waybill/contracts/domain';
import type { OrderRecord } from '../state/order-record.ts';
import { isSameAddress } from '../state/shapes.ts';
import type { Decide } from './command-handler.ts';

/** Each change is journaled with both addresses, and a journal has an end. */
const maxAddressChanges = 100;

/** Changes of the shipping address, until the shipment settles it. */
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

/** A history of a worker that knew no `from` goes on as that took it. */
const isStale = ({ from }: Commands['changeAddress'], { state }: OrderRecord): boolean =>
  from !== undefined && !isSameAddress(from, state.shippingAddress) && patched('address-compared');

export type AddressChanges = ReturnType<typeof createAddressChanges>;

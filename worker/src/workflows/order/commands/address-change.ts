import type { Commands } from '@waybill/contracts/domain';
import type { OrderRecord } from '../state/order-record.ts';
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
      decide(null);
      order.changeAddress(command.address, command);
    },
  };
}

export type AddressChanges = ReturnType<typeof createAddressChanges>;

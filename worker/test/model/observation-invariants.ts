import { endIsDecided, type OrderState, type OrderStatus, type OrderStepName } from '@waybill/contracts/domain';
import { type Ended, hasBegun, type Invariant, step } from './order-end.ts';

const isRunning = (order: OrderState, name: OrderStepName) => step(order, name)?.status === 'RUNNING';
const everyStateSeen = ({ seen }: Ended, holds: (state: OrderState) => boolean) =>
  [...seen.asked, ...seen.booked].every(holds);

/** What an order is called while one of its steps is running. */
const called: [OrderStepName, OrderStatus][] = [
  ['AWAIT_APPROVAL', 'AWAITING_APPROVAL'],
  ['RESERVE_INVENTORY', 'PROCESSING'],
  ['CAPTURE_PAYMENT', 'PROCESSING'],
  ['PREPARE_PACKAGE', 'PROCESSING'],
  ['DISPATCH_CARRIER', 'PROCESSING'],
];

/** How far the parcel is said to be while one of its steps is running. */
const parcels: [OrderStepName, string][] = [
  ['PREPARE_PACKAGE', 'PREPARING'],
  ['CREATE_LABEL', 'LABELING'],
  ['DISPATCH_CARRIER', 'LABELED'],
];

/** What is true of every state of an order that somebody has seen: by asking it, or in the book. */
export const seenInvariants: Record<string, Invariant> = {
  'whoever looks at it sees it called by what is being done': (played) =>
    everyStateSeen(
      played,
      (state) =>
        endIsDecided(state) || called.every(([name, status]) => !isRunning(state, name) || state.status === status),
    ),
  'whoever looks at it sees a payment from when money is asked for, and what is held while that is so': (played) =>
    everyStateSeen(played, (state) => {
      if (hasBegun(state, 'AUTHORIZE_PAYMENT') && state.payment === null) return false;
      const isHeld = step(state, 'AUTHORIZE_PAYMENT')?.status === 'COMPLETED' && isRunning(state, 'AWAIT_APPROVAL');
      return !isHeld || (state.payment?.status === 'AUTHORIZED' && state.payment.authorized !== null);
    }),
  'whoever looks at it sees how far its parcel is': (played) =>
    everyStateSeen(
      played,
      (state) =>
        parcels.every(([name, status]) => !isRunning(state, name) || state.shipment?.status === status) &&
        (state.status !== 'SHIPPED' ||
          (state.shipment?.status === 'DISPATCHED' && state.shipment.trackingNumber !== null)),
    ),
};

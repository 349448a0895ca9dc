import { isStaff, type OrderSnapshot } from '@waybill/graphql';
import { createOrderSource } from '../live/order-source.ts';
import type { PortDependencies } from './dependencies.ts';
import { createLookup, type Find } from './lookup.ts';

export type FindOrder = Find<OrderSnapshot>;

type LookupDependencies = Pick<PortDependencies, 'orders' | 'book' | 'snapshots' | 'watches' | 'log'>;

export const createOrderLookup = ({ watches, log, ...dependencies }: LookupDependencies) =>
  createLookup({
    source: createOrderSource(dependencies),
    watches,
    isVisible: (viewer, { customerId }) => viewer === null || isStaff(viewer) || viewer.id === customerId,
    log,
  });

import { isStaff, type OrderSnapshot } from '@waybill/graphql';
import type { PortDependencies } from './dependencies.ts';
import { createLookup, type Find } from './lookup.ts';

export type FindOrder = Find<OrderSnapshot>;

export const createOrderLookup = ({ source, watches, log }: Pick<PortDependencies, 'source' | 'watches' | 'log'>) =>
  createLookup({
    source,
    watches,
    isVisible: (viewer, { customerId }) => viewer === null || isStaff(viewer) || viewer.id === customerId,
    log,
  });

import { runIdPrefix } from '@waybill/contracts/domain';
import type { Context } from '../builder/builder.ts';

// What is hidden from customers in the objects they may read: the ids and the notes of staff.

/** Customers see their own id, and no id of staff. */
export const visiblePerson = (person: string | null, { viewer }: Context): string | null =>
  viewer?.role !== 'CUSTOMER' || person === viewer.id ? person : null;

/** The id of a standing order is visible: it is not a person. */
export const visiblePlacer = (placedBy: string | null, context: Context): string | null =>
  placedBy?.startsWith(runIdPrefix('STANDING_ORDER')) ? placedBy : visiblePerson(placedBy, context);

type Detail = Record<string, unknown>;

type Caused = { actor: string | null; type: string };

/**
 * The detail of an entry or a step: customers see no id of staff, and no note that they did not write. The reason of a
 * refund is a note too; that of a step that was given up is for the customer.
 */
export function visibleDetail<D extends Detail | null>(detail: D, context: Context, caused?: Caused): D {
  const { viewer } = context;
  if (!detail || viewer?.role !== 'CUSTOMER' || caused?.actor === viewer.id) return detail;
  const { note: _, approvedBy, reason, ...rest } = detail;
  const isForCustomer = reason !== undefined && caused?.type !== 'REFUNDED';
  return {
    ...rest,
    ...(isForCustomer && { reason }),
    ...(approvedBy === viewer.id && { approvedBy }),
  } as unknown as D;
}

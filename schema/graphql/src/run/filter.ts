import { CustomerId, type RunFilter } from '@waybill/contracts';
import type { RunKind, RunStatus } from '@waybill/contracts/domain';
import type { Context } from '../builder/builder.ts';
import { badUserInput, forbidden } from '../builder/request-errors.ts';
import { viewerOf } from '../viewer/viewer.ts';

type Written = {
  kind?: readonly RunKind[] | null | undefined;
  status?: readonly RunStatus[] | null | undefined;
  startedBy?: string | null | undefined;
  userId?: string | null | undefined;
};

/** Parses the filter of a list of runs for this viewer: customers see only their own. */
export function parseRunFilter({ kind, status, startedBy, userId }: Written, context: Context): RunFilter {
  const viewer = viewerOf(context);
  const { id } = viewer;
  const isCustomer = viewer.role === 'CUSTOMER';
  for (const [name, person] of Object.entries({ startedBy, userId })) {
    if (typeof person !== 'string') continue;
    if (isCustomer && person !== id) throw forbidden(viewer, { field: name });
    if (!CustomerId.safeParse(person).success) throw badUserInput(`${name} is not an id`);
  }
  const about = isCustomer ? id : userId;
  return {
    ...(kind ? { kind: [...kind] } : {}),
    ...(status ? { status: [...status] } : {}),
    ...(startedBy ? { startedBy } : {}),
    ...(about ? { about } : {}),
  };
}

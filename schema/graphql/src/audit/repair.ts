import { builder } from '../builder/builder.ts';
import { calls } from '../cost/call-cost.ts';
import { InvalidInput } from '../error/errors.ts';
import { viewerOf } from '../viewer/viewer.ts';
import type * as port from './port.ts';

// Effects of unknown orders at the providers, as after a restored backup, and the mutation that undoes them.

const UnknownEffectsStatus = builder.enumType('UnknownEffectsStatus', {
  description: 'Progress of compensating unknown effects.',
  values: {
    UNDOING: { description: 'The compensations are running, and are retried until they succeed.' },
    UNDONE: {
      description: 'The compensations succeeded, but further effects arrived afterwards: an operator must investigate.',
    },
    FAILED: { description: 'A provider refused a compensation: an operator must investigate.' },
  } as const,
});

const UnknownEffects = builder.objectRef<port.UnknownEffects>('UnknownEffects').implement({
  description:
    'Effects at the providers of an order or run that is unknown to both the order book and the workflow engine.',
  fields: (t) => ({
    orderId: t.exposeID('orderId', { description: 'Id of the order or run.' }),
    status: t.expose('status', { type: UnknownEffectsStatus, description: 'Progress of compensating them.' }),
    effects: t.field({
      type: ['String'],
      description: 'All effects at the providers, oldest first.',
      resolve: ({ effects }) => [...effects],
    }),
  }),
});

const AuditRepair = builder.objectRef<port.RepairPage>('AuditRepair').implement({
  description: 'One page of `repairAudit`.',
  fields: (t) => ({
    effects: t.expose('effects', {
      type: [UnknownEffects],
      description: 'Effects of unknown orders and runs, which are being compensated.',
    }),
    compared: t.exposeInt('compared', { description: 'Number of orders and runs compared on this page.' }),
    nextCursor: t.field({
      type: 'Cursor',
      nullable: true,
      description: 'Cursor of the next page; null on the last page.',
      resolve: ({ next }) => next,
    }),
  }),
});

const RepairAuditInput = builder.inputType('RepairAuditInput', {
  description: 'Input of `repairAudit`.',
  fields: (t) => ({
    after: t.field({ type: 'Cursor', description: '`nextCursor` of the previous page; omitted for the first page.' }),
  }),
});

const RepairAuditPayload = builder.objectRef<{ repair: port.RepairPage }>('RepairAuditPayload').implement({
  description: 'Result of a successful `repairAudit`.',
  fields: (t) => ({ repair: t.expose('repair', { type: AuditRepair, description: 'Result of this page.' }) }),
});

/** A page is read and looked up, and a workflow may be started for each order. */
const callsToRepair = 20;

builder.mutationField('repairAudit', (t) =>
  t.field({
    type: RepairAuditPayload,
    description:
      'Compensates the effects at the providers of orders and runs that are unknown to both the order book and the workflow engine, for example after both were restored from a backup. Uses the idempotency keys of the original compensations and records `EFFECTS_UNDONE` in the journal. The ids of these orders and runs cannot be used again. Safe to repeat. Operators only.',
    errors: { types: [InvalidInput], union: { name: 'RepairAuditResult', description: 'Result of `repairAudit`.' } },
    args: { input: t.arg({ type: RepairAuditInput, required: true, description: 'The page to process.' }) },
    authScopes: { operator: true },
    complexity: calls(callsToRepair),
    resolve: async (_, { input }, context) => ({
      repair: await context.audit.repair({ after: parseAfter(input.after), actor: viewerOf(context).id }),
    }),
  }),
);

const cursorAtMost = 200;

function parseAfter(after: string | null | undefined): string {
  if (after && (after.length > cursorAtMost || /\p{Cc}/u.test(after)))
    throw new InvalidInput([{ path: ['after'], message: 'is not from a page of this mutation' }]);
  return after ?? '';
}

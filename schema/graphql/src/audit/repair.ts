import { builder } from '../builder/builder.ts';
import { calls } from '../cost/call-cost.ts';
import { InvalidInput } from '../error/errors.ts';
import { viewerOf } from '../viewer/viewer.ts';
import type * as port from './port.ts';

// Effects of unknown orders at the providers, as after a restored backup, and the mutation that undoes them.

const UnknownEffectsStatus = builder.enumType('UnknownEffectsStatus', {
  description: 'Progress of undoing effects.',
  values: {
    UNDOING: { description: 'The compensations run, and are retried until they succeed.' },
    UNDONE: { description: 'They have succeeded, and the remaining effects came later: a person must look.' },
    FAILED: { description: 'A provider refused one of them: a person must look.' },
  } as const,
});

const UnknownEffects = builder.objectRef<port.UnknownEffects>('UnknownEffects').implement({
  description: 'Effects that the providers hold for an order or run that neither order book nor engine knows.',
  fields: (t) => ({
    orderId: t.exposeID('orderId', { description: 'Id of the order or run.' }),
    status: t.expose('status', { type: UnknownEffectsStatus, description: 'Progress of undoing them.' }),
    effects: t.field({
      type: ['String'],
      description: 'Everything that the providers did for it, oldest first.',
      resolve: ({ effects }) => [...effects],
    }),
  }),
});

const AuditRepair = builder.objectRef<port.RepairPage>('AuditRepair').implement({
  description: 'One page of a repair of the books.',
  fields: (t) => ({
    effects: t.expose('effects', {
      type: [UnknownEffects],
      description: 'Effects of unknown orders and runs, which are being undone.',
    }),
    compared: t.exposeInt('compared', { description: 'Number of orders and runs that were compared.' }),
    nextCursor: t.field({
      type: 'Cursor',
      nullable: true,
      description: 'Start of the next page; null after the last.',
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
  fields: (t) => ({ repair: t.expose('repair', { type: AuditRepair, description: 'The page.' }) }),
});

/** A page is read and looked up, and a workflow may be started for each order. */
const callsToRepair = 20;

builder.mutationField('repairAudit', (t) =>
  t.field({
    type: RepairAuditPayload,
    description:
      'Undoes the effects that providers hold for orders and runs that neither order book nor engine knows, as after both were restored from a backup. Uses the idempotency keys of the original compensations, and journals `EFFECTS_UNDONE`. The ids cannot be used again. Safe to repeat. Operators only.',
    errors: { types: [InvalidInput], union: { name: 'RepairAuditResult', description: 'Result of `repairAudit`.' } },
    args: { input: t.arg({ type: RepairAuditInput, required: true, description: 'Start of the page.' }) },
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

import { Line, OrderId } from '@waybill/contracts';
import { z } from 'zod';
import { builder } from '../builder.ts';
import { calls } from '../call-cost.ts';
import { InvalidInput } from '../error/errors.ts';
import { createValidation } from '../error/validation.ts';
import { ChaosProfile, ChaosSettings } from './chaos.ts';
import { type ChaosChange, type ChaosPin, chaosProfiles, type ChaosSettings as Settings } from './port.ts';

// How to change them. The chaos service knows which operations and outcomes there are; the door knows their shape.

const ChaosShareInput = builder.inputType('ChaosShareInput', {
  description: 'How often a call ends one way.',
  fields: (t) => ({
    outcome: t.string({ required: true, description: 'How it ends: "success", "timeout", "lost_reply".' }),
    percent: t.float({ required: true, description: 'In so many of a hundred calls.' }),
  }),
});

const ChaosOperationInput = builder.inputType('ChaosOperationInput', {
  description: 'What calls of one operation come to.',
  fields: (t) => ({
    operation: t.string({ required: true, description: 'Domain and operation: "payment.authorize".' }),
    shares: t.field({
      type: [ChaosShareInput],
      required: true,
      description: 'How often each way; a hundred percent in all.',
    }),
  }),
});

const SetChaosInput = builder.inputType('SetChaosInput', {
  description: 'Other faults. What is not given stays as it is.',
  fields: (t) => ({
    profile: t.field({ type: ChaosProfile, description: 'A ready-made share of faults.' }),
    seed: t.string({ description: 'The same seed, order and operation come to the same outcomes.' }),
    operations: t.field({ type: [ChaosOperationInput], description: 'Shares by hand, for these operations.' }),
  }),
});

const createPayload = (name: string, description: string) =>
  builder.objectRef<{ chaos: Settings }>(name).implement({
    description,
    fields: (t) => ({ chaos: t.expose('chaos', { type: ChaosSettings, description: 'The faults as they are now.' }) }),
  });

builder.mutationField('setChaos', (t) =>
  t.field({
    type: createPayload('SetChaosPayload', 'The faults are set.'),
    description: 'Changes which faults the providers have. For operators.',
    errors: { types: [InvalidInput], union: { name: 'SetChaosResult', description: 'What `setChaos` answers.' } },
    args: { input: t.arg({ type: SetChaosInput, required: true, description: 'What to change.' }) },
    authScopes: { operator: true },
    complexity: calls(2),
    resolve: async (_, { input }, { chaos }) => ({ chaos: await chaos.change(parsed(Change, input)) }),
  }),
);

const PinChaosInput = builder.inputType('PinChaosInput', {
  description: 'What one operation comes to for one order, call by call, before the shares apply.',
  fields: (t) => ({
    orderId: t.id({ required: true, description: 'Which order; it need not exist yet.' }),
    operation: t.string({ required: true, description: 'Domain and operation: "payment.authorize".' }),
    outcomes: t.stringList({ required: true, description: 'Used up one a call, up to 100; none take a pin away.' }),
  }),
});

builder.mutationField('pinChaos', (t) =>
  t.field({
    type: createPayload('PinChaosPayload', 'The outcomes are pinned.'),
    description: 'Pins what comes of the next calls for one order. For operators.',
    errors: { types: [InvalidInput], union: { name: 'PinChaosResult', description: 'What `pinChaos` answers.' } },
    args: { input: t.arg({ type: PinChaosInput, required: true, description: 'What to pin.' }) },
    authScopes: { operator: true },
    complexity: calls(2),
    resolve: async (_, { input }, { chaos }) => ({ chaos: await chaos.pin(parsed(Pin, input)) }),
  }),
);

// What gets past the validation.

const ofMany = 100;
const Share = z.object({ outcome: Line, percent: z.number().min(0) });
const Shares = z
  .array(Share)
  .max(ofMany)
  .refine(
    (shares) => Math.abs(shares.reduce((sum, { percent }) => sum + percent, 0) - 100) < 1e-6,
    'must add up to 100',
  );

const Change: z.ZodType<ChaosChange> = z.object({
  seed: Line.exactOptional(),
  profile: z.enum(chaosProfiles).exactOptional(),
  operations: z
    .array(z.object({ operation: Line, shares: Shares }))
    .max(ofMany)
    .exactOptional(),
});

const Pin: z.ZodType<ChaosPin> = z.object({ orderId: OrderId, operation: Line, outcomes: z.array(Line).max(ofMany) });

function parsed<T>(shape: z.ZodType<T>, input: object): T {
  const validation = createValidation();
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
  return validation.validated(validation.parse([], shape, given));
}

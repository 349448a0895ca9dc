import { ChaosSubject, Line } from '@waybill/contracts';
import { z } from 'zod';
import { builder } from '../builder/builder.ts';
import { calls } from '../cost/call-cost.ts';
import { InvalidInput } from '../error/errors.ts';
import { createValidation } from '../error/validation.ts';
import { withoutNulls } from '../error/without-nulls.ts';
import { ChaosProfile, ChaosSettings } from './chaos.ts';
import { type ChaosChange, type ChaosPin, chaosProfiles, type ChaosSettings as Settings } from './port.ts';

// The mutations. The chaos service knows the operations and outcomes; the schema validates only their shape.

const ChaosShareInput = builder.inputType('ChaosShareInput', {
  description: 'Probability of one outcome.',
  fields: (t) => ({
    outcome: t.string({
      required: true,
      description: 'Outcome of the call, for example "success", "timeout" or "lost_reply".',
    }),
    percent: t.float({ required: true, description: 'Probability in percent.' }),
  }),
});

const ChaosOperationInput = builder.inputType('ChaosOperationInput', {
  description: 'Outcome probabilities of one operation.',
  fields: (t) => ({
    operation: t.string({ required: true, description: 'Provider and operation, for example "payment.authorize".' }),
    shares: t.field({
      type: [ChaosShareInput],
      required: true,
      description: 'Probability of each outcome; they add up to 100 percent.',
    }),
  }),
});

const SetChaosInput = builder.inputType('SetChaosInput', {
  description: 'Changes to the injected faults. Omitted fields keep their values.',
  fields: (t) => ({
    profile: t.field({ type: ChaosProfile, description: 'A predefined set of outcome probabilities.' }),
    seed: t.string({
      description: 'Seed of the fault generator: the same seed, order and operation give the same outcomes.',
    }),
    operations: t.field({
      type: [ChaosOperationInput],
      description: 'Outcome probabilities of individual operations; the profile becomes `CUSTOM`.',
    }),
  }),
});

const createPayload = (name: string, description: string) =>
  builder.objectRef<{ chaos: Settings }>(name).implement({
    description,
    fields: (t) => ({
      chaos: t.expose('chaos', { type: ChaosSettings, description: 'The settings after the change.' }),
    }),
  });

builder.mutationField('setChaos', (t) =>
  t.field({
    type: createPayload('SetChaosPayload', 'Result of a successful `setChaos`.'),
    description: 'Changes which faults are injected into the providers. Operators only.',
    errors: { types: [InvalidInput], union: { name: 'SetChaosResult', description: 'Result of `setChaos`.' } },
    args: { input: t.arg({ type: SetChaosInput, required: true, description: 'The settings to change.' }) },
    authScopes: { operator: true },
    complexity: calls(3),
    resolve: async (_, { input }, { chaos }) => ({ chaos: await chaos.change(parsed(Change, input)) }),
  }),
);

const PinChaosInput = builder.inputType('PinChaosInput', {
  description: 'Fixed outcomes of one operation for one order, used before the probabilities apply.',
  fields: (t) => ({
    orderId: t.id({
      required: true,
      description: 'Id of an order or run, which need not exist yet; or "user-" and the id of a user.',
    }),
    operation: t.string({ required: true, description: 'Provider and operation, for example "payment.authorize".' }),
    outcomes: t.stringList({
      required: true,
      description: 'Up to 100 outcomes, one per call; an empty list removes the pin.',
    }),
  }),
});

builder.mutationField('pinChaos', (t) =>
  t.field({
    type: createPayload('PinChaosPayload', 'Result of a successful `pinChaos`.'),
    description: 'Fixes the outcomes of the next calls for one order. Operators only.',
    errors: { types: [InvalidInput], union: { name: 'PinChaosResult', description: 'Result of `pinChaos`.' } },
    args: { input: t.arg({ type: PinChaosInput, required: true, description: 'The outcomes to fix.' }) },
    authScopes: { operator: true },
    complexity: calls(3),
    resolve: async (_, { input }, { chaos }) => ({ chaos: await chaos.pin(parsed(Pin, input)) }),
  }),
);

builder.mutationField('resetChaos', (t) =>
  t.field({
    type: createPayload('ResetChaosPayload', 'Result of a successful `resetChaos`.'),
    description: 'Ends all fault injection: sets the profile `CALM` and removes all pins. Operators only.',
    errors: { types: [InvalidInput], union: { name: 'ResetChaosResult', description: 'Result of `resetChaos`.' } },
    authScopes: { operator: true },
    complexity: calls(3),
    resolve: async (_, _args, { chaos }) => ({ chaos: await chaos.reset() }),
  }),
);

// The shape of valid input.

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

const Pin: z.ZodType<ChaosPin> = z.object({
  orderId: ChaosSubject,
  operation: Line,
  outcomes: z.array(Line).max(ofMany),
});

function parsed<T>(shape: z.ZodType<T>, input: object): T {
  const validation = createValidation();
  return validation.validated(validation.parse([], shape, withoutNulls(input)));
}

import { builder } from '../builder.ts';
import { calls } from '../call-cost.ts';
import { describeValues } from '../describe-values.ts';
import * as desk from './port.ts';

// What the faults look like: for operators.

export const ChaosProfile = builder.enumType('ChaosProfile', {
  description: 'A predefined set of outcome probabilities.',
  values: describeValues(desk.chaosProfiles, {
    CALM: 'Every call succeeds.',
    STORM: 'Every operation fails often, in ways typical for it.',
    FLAKY: 'A third of the calls succeeds, a third fails, a third times out.',
    CUSTOM: 'Probabilities set by an operator.',
  }),
});

const ChaosShare = builder.objectRef<desk.ChaosShare>('ChaosShare').implement({
  description: 'Probability of one outcome.',
  fields: (t) => ({
    outcome: t.exposeString('outcome', {
      description: 'Outcome of the call, for example "success", "timeout" or "lost_reply".',
    }),
    percent: t.exposeFloat('percent', { description: 'Probability in percent.' }),
  }),
});

const ChaosOperation = builder.objectRef<desk.ChaosOperation>('ChaosOperation').implement({
  description: 'Outcome probabilities of one operation.',
  fields: (t) => ({
    operation: t.exposeString('operation', { description: 'Provider and operation, for example "payment.authorize".' }),
    shares: t.expose('shares', {
      type: [ChaosShare],
      description: 'Probability of each outcome; they add up to 100 percent.',
    }),
  }),
});

export const ChaosSettings = builder.objectRef<desk.ChaosSettings>('ChaosSettings').implement({
  description: 'Which faults are injected into the providers.',
  fields: (t) => ({
    profile: t.expose('profile', { type: ChaosProfile, description: 'The active profile.' }),
    seed: t.exposeString('seed', {
      description: 'Seed of the fault generator: the same seed, order and operation give the same outcomes.',
    }),
    operations: t.expose('operations', {
      type: [ChaosOperation],
      description: 'All operations with their outcome probabilities.',
    }),
  }),
});

// How to ask for them.

builder.queryField('chaos', (t) =>
  t.field({
    type: ChaosSettings,
    description: 'The faults that are injected into the providers now. Operators only.',
    authScopes: { operator: true },
    complexity: calls(1),
    resolve: (_, _args, { chaos }) => chaos.settings(),
  }),
);

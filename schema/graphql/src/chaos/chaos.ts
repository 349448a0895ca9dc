import { builder } from '../builder/builder.ts';
import { describeValues } from '../builder/describe-values.ts';
import { calls } from '../cost/call-cost.ts';
import * as desk from './port.ts';

// The types of fault injection: for operators.

export const ChaosProfile = builder.enumType('ChaosProfile', {
  description: 'A predefined set of outcome probabilities.',
  values: describeValues(desk.chaosProfiles, {
    CALM: 'Every call succeeds.',
    STORM: 'Every operation fails often, in ways typical for it.',
    FLAKY: 'One third of the calls succeed, one third fail, one third time out.',
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

const ChaosOperation = builder.objectRef<desk.DescribedOperation>('ChaosOperation').implement({
  description: 'Outcome probabilities of one operation.',
  fields: (t) => ({
    operation: t.exposeString('operation', { description: 'Provider and operation, for example "payment.authorize".' }),
    shares: t.expose('shares', {
      type: [ChaosShare],
      description: 'Probability of each outcome; they add up to 100 percent.',
    }),
    outcomes: t.exposeStringList('outcomes', { description: 'All outcomes that this operation supports.' }),
  }),
});

const ChaosPin = builder.objectRef<desk.ChaosPin>('ChaosPin').implement({
  description:
    'Fixed outcomes of the next calls of one operation for one order or run, used before the probabilities apply.',
  fields: (t) => ({
    orderId: t.exposeID('orderId', { description: 'Id of the order or run, or "user-" and the id of a user.' }),
    operation: t.exposeString('operation', { description: 'Provider and operation, for example "payment.authorize".' }),
    outcomes: t.exposeStringList('outcomes', { description: 'Remaining outcomes, one per call.' }),
  }),
});

export const ChaosSettings = builder.objectRef<desk.ChaosSettings>('ChaosSettings').implement({
  description: 'Settings of the fault injection at the providers.',
  fields: (t) => ({
    profile: t.expose('profile', { type: ChaosProfile, description: 'The active profile.' }),
    seed: t.exposeString('seed', {
      description: 'Seed of the fault generator: the same seed, order and operation give the same outcomes.',
    }),
    operations: t.expose('operations', {
      type: [ChaosOperation],
      description: 'All operations with their outcome probabilities.',
    }),
    pins: t.expose('pins', { type: [ChaosPin], description: 'All pins with remaining outcomes, at most 1,000.' }),
    enabled: t.exposeBoolean('enabled', { description: 'Whether the faults can be changed in this deployment.' }),
  }),
});

// How to query them.

builder.queryField('chaos', (t) =>
  t.field({
    type: ChaosSettings,
    description: 'The current settings of the fault injection. Operators only.',
    authScopes: { operator: true },
    complexity: calls(2),
    resolve: (_, _args, { chaos }) => chaos.settings(),
  }),
);

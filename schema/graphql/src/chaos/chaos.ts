import { builder } from '../builder.ts';
import { calls } from '../call-cost.ts';
import { describeValues } from '../describe-values.ts';
import * as desk from './port.ts';

// What the faults look like: for operators.

export const ChaosProfile = builder.enumType('ChaosProfile', {
  description: 'A ready-made share of faults.',
  values: describeValues(desk.chaosProfiles, {
    CALM: 'Everything works.',
    STORM: 'Everything fails in its own way, often.',
    FLAKY: 'A third each fails, hangs and works.',
    CUSTOM: 'Shares that somebody set by hand.',
  }),
});

const ChaosShare = builder.objectRef<desk.ChaosShare>('ChaosShare').implement({
  description: 'How often a call ends one way.',
  fields: (t) => ({
    outcome: t.exposeString('outcome', { description: 'How it ends: "success", "timeout", "lost_reply".' }),
    percent: t.exposeFloat('percent', { description: 'In so many of a hundred calls.' }),
  }),
});

const ChaosOperation = builder.objectRef<desk.ChaosOperation>('ChaosOperation').implement({
  description: 'What calls of one operation come to.',
  fields: (t) => ({
    operation: t.exposeString('operation', { description: 'Domain and operation: "payment.authorize".' }),
    shares: t.expose('shares', { type: [ChaosShare], description: 'How often each way; a hundred percent in all.' }),
  }),
});

export const ChaosSettings = builder.objectRef<desk.ChaosSettings>('ChaosSettings').implement({
  description: 'Which faults the providers have.',
  fields: (t) => ({
    profile: t.expose('profile', { type: ChaosProfile, description: 'The profile that is set.' }),
    seed: t.exposeString('seed', { description: 'The same seed, order and operation come to the same outcomes.' }),
    operations: t.expose('operations', { type: [ChaosOperation], description: 'Every operation with its shares.' }),
  }),
});

// How to ask for them.

builder.queryField('chaos', (t) =>
  t.field({
    type: ChaosSettings,
    description: 'Which faults the providers have now. For operators.',
    authScopes: { operator: true },
    complexity: calls(1),
    resolve: (_, _args, { chaos }) => chaos.settings(),
  }),
);

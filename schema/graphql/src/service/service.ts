import { builder } from '../builder/builder.ts';
import { calls } from '../cost/call-cost.ts';
import type { ServiceHealth as Health } from './port.ts';

const ServiceHealth = builder.objectRef<Health>('ServiceHealth').implement({
  description: 'Whether a part of the system is available.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'One of "gateway", "order book", "providers", "engine" and "workers".',
    }),
    ok: t.exposeBoolean('ok', { description: 'Whether it is available.' }),
    since: t.expose('since', {
      type: 'DateTime',
      description: 'Time since which `ok` has had its current value, as observed by this gateway.',
    }),
    build: t.exposeString('build', { nullable: true, description: 'Build of the running software; null if unknown.' }),
    detail: t.exposeString('detail', {
      nullable: true,
      description: 'Explanation of the state, one sentence; null if there is none.',
    }),
  }),
});

const parts = 5;

builder.queryField('services', (t) =>
  t.field({
    type: [ServiceHealth],
    description: 'The parts of the system and whether each is available. Managers and operators only.',
    authScopes: { staff: true },
    complexity: { field: calls(parts - 1), multiplier: parts },
    resolve: (_, _args, { services }) => services.health(),
  }),
);

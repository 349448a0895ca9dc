import { builder } from '../builder/builder.ts';
import { Node } from '../node/node.ts';
import type { SnapshotOf } from './port.ts';
import { WorkflowRun } from './run.ts';

export const GreetingRun = builder.objectRef<SnapshotOf<'GREETING'>>('GreetingRun').implement({
  description: 'A workflow that composes a greeting.',
  interfaces: [Node, WorkflowRun],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name to greet.' }),
    greeting: t.exposeString('greeting', { nullable: true, description: 'The greeting; null before it is composed.' }),
  }),
});

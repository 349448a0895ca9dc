import { builder } from '../builder/builder.ts';
import { Node } from '../node/node.ts';
import type { SnapshotOf } from './port.ts';
import { WorkflowRun } from './run.ts';

export const GreetingRun = builder.objectRef<SnapshotOf<'GREETING'>>('GreetingRun').implement({
  description: 'A workflow that greets somebody.',
  interfaces: [Node, WorkflowRun],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Who is greeted.' }),
    greeting: t.exposeString('greeting', { nullable: true, description: 'The greeting, once it is composed.' }),
  }),
});

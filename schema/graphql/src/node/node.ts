import { builder } from '../builder.ts';

/** Each type of node has ids of its own form, so an id alone says what it names. */
export const Node = builder.interfaceRef<object>('Node').implement({
  description: 'Anything with an id of its own.',
  resolveType: () => 'Order',
  fields: (t) => ({ id: t.id({ description: 'Readable, and unique among all nodes.' }) }),
});

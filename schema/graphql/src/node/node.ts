import { builder } from '../builder.ts';

/** Each type of node has ids of its own form, so an id alone says what it names. */
export const Node = builder.interfaceRef<object>('Node').implement({
  description: 'An object with a globally unique id.',
  resolveType: () => 'Order',
  fields: (t) => ({ id: t.id({ description: 'Globally unique id.' }) }),
});

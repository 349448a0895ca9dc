import type { RunKind } from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';

/** Each type of node has its own form of ids, so the id alone determines the type. */
export const Node = builder.interfaceRef<object>('Node').implement({
  description: 'An object with a globally unique id.',
  resolveType: (node) => ('kind' in node ? typeOfRun[node.kind as RunKind] : 'Order'),
  fields: (t) => ({ id: t.id({ description: 'Globally unique id.' }) }),
});

/** The GraphQL type of each kind of run. */
export const typeOfRun = {
  USER_CONTEXT: 'UserContextRun',
  PAYMENT: 'PaymentRun',
  GREETING: 'GreetingRun',
  STANDING_ORDER: 'StandingOrder',
} as const satisfies Record<RunKind, string>;

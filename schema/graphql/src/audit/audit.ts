import { largestPage } from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { badUserInput } from '../builder/request-errors.ts';
import { calls } from '../cost/call-cost.ts';
import { OrderStepName } from '../order/enums.ts';
import type * as port from './port.ts';

// The result of an audit.

const AuditProblem = builder.objectRef<port.AuditProblem>('AuditProblem').implement({
  description:
    'A rule of the books that is broken. UNBALANCED: an order or payment is closed, and the effects at the providers are not what its end says.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Machine-readable name of the rule.' }),
    message: t.exposeString('message', { description: 'The rule, and what breaks it.' }),
    orderId: t.exposeID('orderId', {
      nullable: true,
      description: 'Id of the order or run that breaks it; null if a product does.',
    }),
  }),
});

const SettledCompensation = builder.objectRef<port.SettledCompensation>('SettledCompensation').implement({
  description: 'A compensation that an operator declared done, because it was made by hand elsewhere.',
  fields: (t) => ({
    orderId: t.exposeID('orderId', { description: 'Id of the order.' }),
    undoes: t.expose('undoes', { type: OrderStepName, description: 'The step that it compensates.' }),
    settledBy: t.exposeString('settledBy', { description: 'Id of the operator.' }),
    note: t.exposeString('note', { description: 'What the operator wrote about it.' }),
    at: t.expose('at', { type: 'DateTime', description: 'Time of the declaration.' }),
  }),
});

const StockLine = builder.objectRef<port.StockLine>('StockLine').implement({
  description: 'Units of one product.',
  fields: (t) => ({
    sku: t.exposeString('sku', { description: 'Stock keeping unit.' }),
    initial: t.exposeInt('initial', { description: 'Units at the beginning and of all restocks.' }),
    available: t.exposeInt('available', { description: 'Units on the shelf.' }),
    reserved: t.exposeInt('reserved', { description: 'Units held for orders that are not dispatched.' }),
    shipped: t.exposeInt('shipped', { description: 'Units that were dispatched.' }),
  }),
});

const sum = (what: string) => `${what}, by currency, as the providers know it.`;

const Audit = builder.objectRef<port.Audit>('Audit').implement({
  description: "The providers' books, recomputed from every single effect at one moment.",
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime', description: 'Time of the audit.' }),
    balanced: t.exposeBoolean('balanced', { description: 'Whether no rule is broken.' }),
    problemCount: t.exposeInt('problemCount', { description: 'Number of problems.' }),
    problems: t.field({
      type: [AuditProblem],
      description: 'The first problems.',
      args: { first: t.arg.int({ defaultValue: largestPage, description: numberOf('problems') }) },
      complexity: listCost,
      resolve: ({ problems }, { first }) => problems.slice(0, parseFirst(first)),
    }),
    settled: t.field({
      type: [SettledCompensation],
      description: 'Compensations that were declared done by hand, newest first. The amounts do not include them.',
      args: { first: t.arg.int({ defaultValue: largestPage, description: numberOf('compensations') }) },
      complexity: (args) => ({ ...listCost(args), field: calls(1) }),
      resolve: (_, { first }, { audit }) => audit.settled(parseFirst(first)),
    }),
    captured: t.expose('captured', { type: ['Money'], description: sum('All money captured') }),
    refunded: t.expose('refunded', { type: ['Money'], description: sum('All money refunded') }),
    openHolds: t.expose('openHolds', { type: ['Money'], description: sum('All money held and not captured') }),
    stock: t.expose('stock', { type: [StockLine], description: 'Every product.' }),
  }),
});

// How to query one.

const recomputation = 10;

builder.queryField('audit', (t) =>
  t.field({
    type: Audit,
    nullable: true,
    description:
      'Whether money and stock balance. Computed at most once in 10 seconds; null while the providers or the order book are unavailable. Operators only.',
    authScopes: { operator: true },
    complexity: calls(recomputation),
    resolve: (_, _args, { audit }) => audit.latest(),
  }),
);

type Asked = { first?: number | null | undefined };

function listCost({ first }: Asked) {
  return { field: 1, multiplier: Math.min(Math.max(first ?? largestPage, 1), largestPage) };
}

function numberOf(entries: string) {
  return `Number of ${entries}: at most ${largestPage}.`;
}

function parseFirst(first: number | null | undefined): number {
  const size = first ?? largestPage;
  if (size < 1 || size > largestPage) throw badUserInput(`first must be 1 to ${largestPage}`);
  return size;
}

import { largestPage } from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { badUserInput } from '../builder/request-errors.ts';
import { calls } from '../cost/call-cost.ts';
import { OrderStepName } from '../order/enums.ts';
import type * as port from './port.ts';

// The result of an audit.

const AuditProblem = builder.objectRef<port.AuditProblem>('AuditProblem').implement({
  description:
    'A discrepancy in money or stock. The code `UNBALANCED`: an order or payment is closed, and its effects at the providers do not match its final state.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Machine-readable code, for example "UNBALANCED".' }),
    message: t.exposeString('message', {
      description: 'Human-readable message: the violated rule, and how it is violated.',
    }),
    orderId: t.exposeID('orderId', {
      nullable: true,
      description: 'Id of the order or run concerned; null if the problem concerns a product.',
    }),
  }),
});

const SettledCompensation = builder.objectRef<port.SettledCompensation>('SettledCompensation').implement({
  description:
    'A compensation that an operator declared done with `settleCompensation`, because it was carried out by hand elsewhere.',
  fields: (t) => ({
    orderId: t.exposeID('orderId', { description: 'Id of the order.' }),
    undoes: t.expose('undoes', { type: OrderStepName, description: 'The compensated step.' }),
    settledBy: t.exposeString('settledBy', { description: 'Id of the operator.' }),
    note: t.exposeString('note', { description: "The operator's note: what was done, and where." }),
    at: t.expose('at', { type: 'DateTime', description: 'Time of the declaration.' }),
  }),
});

const StockLine = builder.objectRef<port.StockLine>('StockLine').implement({
  description: 'Units of one product.',
  fields: (t) => ({
    sku: t.exposeString('sku', { description: 'Stock keeping unit.' }),
    initial: t.exposeInt('initial', { description: 'Initial units plus all restocks.' }),
    available: t.exposeInt('available', { description: 'Units that can still be reserved.' }),
    reserved: t.exposeInt('reserved', { description: 'Units held for orders that are not dispatched.' }),
    shipped: t.exposeInt('shipped', { description: 'Units that were dispatched.' }),
  }),
});

const sum = (what: string) => `${what}, one amount per currency, according to the providers.`;

const Audit = builder.objectRef<port.Audit>('Audit').implement({
  description: 'An audit of money and stock: all effects recorded at the providers, recomputed at one moment.',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime', description: 'Time of the audit.' }),
    balanced: t.exposeBoolean('balanced', { description: 'Whether there are no problems.' }),
    problemCount: t.exposeInt('problemCount', { description: 'Number of problems.' }),
    problems: t.field({
      type: [AuditProblem],
      description: 'The problems; `problemCount` counts all of them.',
      args: { first: t.arg.int({ defaultValue: largestPage, description: numberOf('problems') }) },
      complexity: listCost,
      resolve: ({ problems }, { first }) => problems.slice(0, parseFirst(first)),
    }),
    settled: t.field({
      type: [SettledCompensation],
      description:
        'Compensations that operators declared done with `settleCompensation`, newest first. The amounts of the audit do not include them.',
      args: { first: t.arg.int({ defaultValue: largestPage, description: numberOf('compensations') }) },
      complexity: (args) => ({ ...listCost(args), field: calls(1) }),
      resolve: (_, { first }, { audit }) => audit.settled(parseFirst(first)),
    }),
    captured: t.expose('captured', { type: ['Money'], description: sum('Total captured') }),
    refunded: t.expose('refunded', { type: ['Money'], description: sum('Total refunded') }),
    openHolds: t.expose('openHolds', {
      type: ['Money'],
      description: sum('Total authorized and neither captured nor released'),
    }),
    stock: t.expose('stock', { type: [StockLine], description: 'Stock of every product.' }),
  }),
});

// How to query one.

const recomputation = 10;

builder.queryField('audit', (t) =>
  t.field({
    type: Audit,
    nullable: true,
    description:
      'An audit of money and stock. Computed at most once every 10 seconds; null while the providers or the order book are unavailable. Operators only.',
    authScopes: { operator: true },
    complexity: calls(recomputation),
    resolve: (_, _args, { audit }) => audit.latest(),
  }),
);

type Args = { first?: number | null | undefined };

function listCost({ first }: Args) {
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

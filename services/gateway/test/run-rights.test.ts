import type { RunState } from '@waybill/contracts/domain';
import { schema } from '@waybill/graphql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Driver } from './support/driver.ts';
import { aGatewayWithDoubles, anOrderUnderWay, type Fixture, inTheBook } from './support/gateway-with-doubles.ts';
import { hasRun } from './support/has-run.ts';
import { asBooked } from './support/run-book-double.ts';
import { aGreeting, aPayment, aStandingOrder } from './support/sample-runs.ts';
import { aToken } from './support/tokens.ts';

/** Ada, who owns the runs · another customer · a manager · the manager who started Ada's runs for her · an operator. */
const people = [
  { sub: 'ada', role: 'customer' },
  { sub: 'bob', role: 'customer' },
  { sub: 'max', role: 'manager' },
  { sub: 'mia', role: 'manager' },
  { sub: 'otto', role: 'operator' },
];

let fixture: Fixture;
let viewers: Driver[];
beforeEach(async () => {
  fixture = await aGatewayWithDoubles();
  const byMia = { startedBy: 'mia' };
  for (const run of [aPayment('RUN-pay', byMia), aGreeting('RUN-hi', byMia), aStandingOrder('STO-1', byMia)]) {
    fixture.ofRuns.running.set(run.runId, run);
    fixture.ofRuns.booked.set(run.runId, asBooked(run));
  }
  fixture.ofRuns.feed.push(...[aGreeting('RUN-hi', byMia), aGreeting('RUN-bob', { about: 'bob' })].map(aChange));
  const order = anOrderUnderWay('ORD-1', { customerId: 'ada' });
  fixture.running.set('ORD-1', order);
  fixture.booked.set('ORD-1', inTheBook(order));
  const tokens = await Promise.all(people.map((person) => aToken(person)));
  viewers = [undefined, ...tokens].map((token) => fixture.gateway.as(token));
});
afterEach(() => fixture.close());

const home = 'shippingAddress: { street: "1 Main St", city: "Springfield", state: "IL", zip: "62701", country: "US" }';
const template = `order: { customerId: "ada", customerEmail: "ada@example.com", items: [{ sku: "BOOK-001", quantity: 1 }], ${home} }`;
const [out, no] = ['UNAUTHENTICATED', 'FORBIDDEN'];

type Fates = [ada: string, other: string, manager: string, starter: string, operator: string];
type Row = [operation: string, ...Fates];

const everybody = (fate: string): Fates => [fate, fate, fate, fate, fate];
const staff = (fate: string): Fates => [no, no, fate, fate, fate];
const operators = (fate: string): Fates => [no, no, no, no, fate];
/** What is done for Ada: by herself, or by staff. */
const forAda = (fate: string): Fates => [fate, no, fate, fate, fate];
/** What is done to a run: by its owner, by its starter, or by operators. */
const acting = (fate: string): Fates => [fate, 'RunNotFound', no, fate, fate];
const seeing = (unseen: string): Fates => ['seen', unseen, 'seen', 'seen', 'seen'];

const mutations: Row[] = [
  ['greet(input: { name: "Ada" })', ...everybody('GreetPayload')],
  ['startUserContext(input: { userId: "ada" })', ...forAda('StartUserContextPayload')],
  ['startPayment(input: { orderId: "S-1", customerId: "ada", amount: "1.00" })', ...forAda('StartPaymentPayload')],
  [`startStandingOrder(input: { every: "PT1H", ${template} })`, ...forAda('StartStandingOrderPayload')],
  ['refundPayment(input: { id: "RUN-pay", reason: "Broken" })', ...staff('RefundPaymentPayload')],
  ['pauseStandingOrder(input: { id: "STO-1" })', ...acting('StandingOrderCommandPayload')],
  ['resumeStandingOrder(input: { id: "STO-1" })', ...acting('StandingOrderCommandPayload')],
  ['skipStandingOrder(input: { id: "STO-1" })', ...acting('StandingOrderCommandPayload')],
  ['stopStandingOrder(input: { id: "STO-1" })', ...acting('StandingOrderCommandPayload')],
  ['cancelWorkflow(input: { id: "RUN-pay", reason: "Wrong" })', ...acting('CancelWorkflowPayload')],
  ['cancelWorkflow(input: { id: "RUN-hi", reason: "Wrong" })', ...acting('CancelWorkflowPayload')],
  ['cancelWorkflow(input: { id: "STO-1", reason: "Wrong" })', ...acting('CancelWorkflowPayload')],
  // The order of this gateway has no workflow that decides.
  ['cancelWorkflow(input: { id: "ORD-1", reason: "Wrong" })', ...operators('VerdictPending')],
];

const queries: Row[] = [
  ['workflowRun(id: "RUN-pay") { id }', ...seeing('null')],
  ['workflowRun(id: "STO-1") { id timeline { nodes { seq } } }', ...seeing('null')],
  ['node(id: "RUN-hi") { id }', ...seeing('null')],
  ['nodes(ids: ["RUN-hi", "STO-1"]) { id }', ...seeing('empty')],
  ['workflowRuns { nodes { id } }', ...seeing('empty')],
  ['workflowRuns(userId: "ada") { nodes { id } }', ...seeing(no)],
  ['workflowRuns(startedBy: "mia") { nodes { id } }', no, no, 'seen', 'seen', 'seen'],
];

const subscriptions: Row[] = [
  ['workflowRunChanged(id: "RUN-pay") { id }', ...seeing('RUN_NOT_FOUND')],
  ['workflowRunChanged(id: "STO-1") { id }', ...seeing('RUN_NOT_FOUND')],
  // The first change is of a run of hers, the second one of the other customer's own.
  ['workflowRunsChanged(after: "0") { run { id startedBy } }', ...seeing('own')],
];

test.each([
  ...mutations.map(([field, ...fates]): Row => [`mutation { ${field} { __typename } }`, ...fates]),
  ...queries.map(([field, ...fates]): Row => [`{ ${field} }`, ...fates]),
])('%s requires the right', async (operation, ...fates) => {
  const responses = await Promise.all(viewers.map((viewer) => viewer.ask(operation)));

  expect(responses.map(fateOf)).toEqual([out, ...fates]);
});

test.each(subscriptions)('subscription { %s } requires the right', async (field, ...fates) => {
  const first = async (viewer: Driver) => (await (await viewer.stream(`subscription { ${field} }`)).next())?.data;

  expect((await Promise.all(viewers.map(first))).map(fateOf)).toEqual([out, ...fates]);
});

test("a run's available actions are what its viewer may do, and the engine's history is for operators", async () => {
  const asked =
    '{ workflowRun(id: "RUN-pay") { availableActions startedBy links { temporalUi } history { nodes { id } } } }';

  const [, ...seen] = await Promise.all(viewers.map(async (viewer) => (await viewer.ask(asked)).data?.workflowRun));

  const closed = { history: null, links: null };
  const links = { temporalUi: null };
  expect(seen).toEqual([
    { ...closed, availableActions: ['CANCEL'], startedBy: 'staff' },
    null,
    { ...closed, availableActions: ['REFUND'], startedBy: 'mia' },
    { ...closed, availableActions: ['CANCEL', 'REFUND'], startedBy: 'mia' },
    { links, history: { nodes: [] }, availableActions: ['CANCEL', 'REFUND'], startedBy: 'mia' },
  ]);
});

test('no field of the API that has a run is left out of these tables', () => {
  const tested = [...mutations, ...queries, ...subscriptions].map(([field]) => /^\w+/.exec(field)?.[0]);
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = roots.flatMap((root) => Object.values(root?.getFields() ?? {}));

  const untested = fields.filter(({ name, type }) => hasRun(type) && !tested.includes(name)).map(({ name }) => name);

  expect(untested).toEqual([]);
});

/** The result of an operation, in one word. */
function fateOf({ data, errors }: { data?: unknown; errors?: { extensions?: { code?: unknown } }[] } = {}): unknown {
  const [value] = Object.values((data ?? {}) as Record<string, { __typename?: string } | null>);
  if (errors) return errors[0]?.extensions?.code;
  if (value === null) return 'null';
  if (value?.__typename) return value.__typename;
  const text = JSON.stringify(value);
  if (text.includes('RUN-bob')) return text.includes('ada') ? text : 'own';
  return /RUN-|STO-/.test(text) ? 'seen' : 'empty';
}

const aChange = (run: RunState, at: number) => ({
  cursor: String(at + 1),
  booked: asBooked(run),
  previousStatus: null,
  previousAttention: null,
});

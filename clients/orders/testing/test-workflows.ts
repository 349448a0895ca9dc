// A simplified order workflow for tests of watching and commands, controlled from outside.
import {
  condition,
  defineQuery,
  defineSignal,
  executeChild,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import {
  type CommandName,
  type Commands,
  commandNames,
  fulfillment,
  type JournalEntry,
  type OrderAnswer,
  type OrderEventType,
  type OrderStatus,
  type OrderStepName,
  orderAsPlaced,
  type PlacedOrder,
  refusalOf,
  shipment,
} from '@waybill/contracts/domain';
import type { TestActivities } from './test-engine.ts';

// Local, so that the book has an order before anybody can see that it waits.
const { writeBook } = proxyLocalActivities<TestActivities>({ startToCloseTimeout: '5s' });
const { createLabel } = proxyActivities<TestActivities>({
  startToCloseTimeout: '60s',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '10ms', backoffCoefficient: 1 },
});

export async function fulfillOrder(placed: PlacedOrder): Promise<void> {
  const testOrder = createTestOrder(placed);
  const { order, journal, stepNamed, write, became } = testOrder;
  const key = placed.keyId === undefined ? {} : { keyId: placed.keyId };

  setHandler(
    defineQuery<OrderAnswer, [number]>(fulfillment.queries.order),
    (afterSeq): OrderAnswer => ({ order, journal: journal.slice(afterSeq, afterSeq + 50) }),
  );
  hearCommands(testOrder);
  hearDirections(testOrder);

  write('ORDER_RECEIVED');
  Object.assign(stepNamed('AWAIT_APPROVAL') ?? {}, { status: 'RUNNING' });
  became('AWAITING_APPROVAL');
  await writeBook({ order, journal, fingerprint: placed.fingerprint, ...key });
  await condition(() => order.status !== 'AWAITING_APPROVAL');
  write('ORDER_CLOSED');
  order.closedAt = order.updatedAt;
  await writeBook({ order, journal, fingerprint: placed.fingerprint, ...key });
}

type TestOrder = ReturnType<typeof createTestOrder>;

function createTestOrder(placed: PlacedOrder) {
  const order = orderAsPlaced(placed);
  const journal: JournalEntry[] = [];
  const stepNamed = (name: OrderStepName) => order.steps.find((step) => step.name === name);

  const write = (type: OrderEventType, step: OrderStepName | null = null, actor: string | null = null) => {
    const at = new Date().toISOString();
    journal.push({ seq: journal.length + 1, type, at, actor, step, detail: null });
    order.revision = journal.length;
    order.updatedAt = at;
  };
  const became = (status: OrderStatus, actor: string | null = null) => {
    order.status = status;
    write('STATUS_CHANGED', null, actor);
  };
  return { order, journal, stepNamed, write, became };
}

/** What clients command. */
function hearCommands({ order, write, became }: TestOrder): void {
  const deeds: Record<CommandName, (actor: string) => void> = {
    approve: (actor) => became('SHIPPED', actor),
    reject: (actor) => became('REJECTED', actor),
    cancel: (actor) => became('CANCELLED', actor),
    addItem: () => write('ITEM_ADDED'),
    changeAddress: () => write('ADDRESS_UPDATED'),
    retryNow: (actor) => write('STEP_RETRIED_BY_HAND', null, actor),
    giveUpStep: (actor) => became('FAILED', actor),
    settleCompensation: (actor) => write('COMPENSATION_SETTLED', null, actor),
  };
  const hear = <Name extends CommandName>(name: Name) =>
    setHandler(defineSignal<[Commands[Name]]>(fulfillment.signals[name]), ({ commandId, actor, fingerprint }) => {
      if (order.verdicts.some((verdict) => verdict.commandId === commandId)) return;
      const refusal = refusalOf(name, order);
      order.verdicts.push({ commandId, command: name, fingerprint, refusal, message: null, at: order.updatedAt });
      if (refusal) write('COMMAND_REFUSED');
      else deeds[name](actor);
    });
  for (const name of commandNames) hear(name);
}

/** What a test lets happen. */
function hearDirections({ order, stepNamed, write }: TestOrder): void {
  setHandler(defineSignal<[number]>('happen'), (times) => {
    for (let time = 0; time < times; time++) write('STEP_STARTED', 'RESERVE_INVENTORY');
  });
  setHandler(defineSignal('bug'), () => {
    throw new TypeError('a bug');
  });
  setHandler(defineSignal('label'), async () => {
    Object.assign(stepNamed('CREATE_LABEL') ?? {}, { status: 'RUNNING' });
    write('STEP_STARTED', 'CREATE_LABEL');
    await executeChild(shipOrder, { workflowId: shipment.idFor(order.orderId), args: [order.orderId] });
    Object.assign(stepNamed('CREATE_LABEL') ?? {}, { status: 'COMPLETED' });
    write('STEP_COMPLETED', 'CREATE_LABEL');
  });
}

export async function shipOrder(orderId: string): Promise<void> {
  await createLabel(orderId);
}

export async function holdIdempotencyKey(): Promise<void> {}

export { standingOrder } from './test-standing-order.ts';

import { type Client, WorkflowFailedError } from '@temporalio/client';
import {
  type CommandName,
  fulfillment,
  type OrderOutcome,
  type OrderState,
  type PlacedOrder,
} from '@waybill/contracts/words';
import { bookInMemory } from '../support/book-in-memory.ts';
import type { Open } from '../support/calls.ts';
import type { Operation } from '../support/operation.ts';
import { anOrder } from '../support/order.ts';
import { fails, gate, hangs, losesItsReply, refuses, type Turn, works } from '../support/script.ts';
import { scriptedProviders } from '../support/scripted-providers.ts';
import type { Act, Moment, Said, Schedule } from './schedule.ts';

/** What became of one order. */
export type Played = {
  orderId: string;
  /** Undefined where the workflow failed, for an engineer to look at. */
  result: OrderOutcome | undefined;
  order: OrderState | undefined;
  journalSeqs: number[];
  effects: string[];
  /** The tasks of its workflow that failed: bugs, and histories that did not replay. */
  failedTasks: string[];
};

const mug = { sku: 'MUG', name: 'Mug', quantity: 1, unitPrice: { amountMinor: 900, currencyCode: 'USD' } };
const secondStreet = { street: '2 Second Street', city: 'London', state: null, zip: 'N2', country: 'GB' };

const contents: Record<CommandName, object> = {
  approve: { note: null },
  reject: { reason: 'no' },
  cancel: { reason: 'changed my mind' },
  addItem: { item: mug },
  changeAddress: { address: secondStreet },
};

/** Plays one schedule on a street, and sees its order to the end. */
export async function play(
  { client, shops }: { client: Client; shops: Map<string, Open> },
  schedule: Schedule,
): Promise<Played> {
  const placed = orderOf(schedule);
  const handle = client.workflow.getHandle(fulfillment.idFor(placed.orderId));
  const over = gate('arrives late');
  const said = new Set<Moment>();

  const say = async ({ command, id }: Said) => {
    if (command === 'cancel the workflow') return handle.cancel();
    await handle.signal(fulfillment.signals[command], envelope(command, id));
  };
  const comes = async (moment: Moment) => {
    if (said.has(moment)) return;
    said.add(moment);
    for (const each of schedule.said) if (each.at === moment) await say(each).catch(unlessOver);
  };

  const script = scriptedProviders(placed.orderId, (operation) => comes(operation));
  for (const [operation, acts] of Object.entries(schedule.script))
    script.scripts(operation as Operation, ...acts.map((act) => turnOf(act, over.turn)));
  const book = bookInMemory(({ status }) => {
    if (status === 'AWAITING_APPROVAL') void comes('asked');
  });
  shops.set(placed.orderId, { script, book });

  await client.workflow.start(fulfillment.workflow, {
    workflowId: handle.workflowId,
    taskQueue: fulfillment.taskQueue,
    args: [placed],
  });
  await comes('start');
  const result = await handle.result().then((outcome: OrderOutcome) => outcome, undefinedWhenFailed);
  over.open();
  await new Promise(setImmediate); // what comes late has come

  const { events } = await handle.fetchHistory();
  shops.delete(placed.orderId);
  return {
    orderId: placed.orderId,
    result,
    order: book.order(),
    journalSeqs: book.journal.map(({ seq }) => seq),
    effects: script.journal,
    failedTasks: (events ?? []).flatMap(
      ({ workflowTaskFailedEventAttributes: failed }) => failed?.failure?.message ?? [],
    ),
  };
}

const orderOf = ({ plan, requiresApproval }: Schedule): PlacedOrder =>
  anOrder({ plan, requiresApproval, approvalTimeoutMs: 1_500 }, { attempts: 2, firstRetryMs: 10, timeoutMs: 1_000 });

const envelope = (command: CommandName, id: number) => ({
  commandId: `c-${id}`,
  actor: 'maria',
  fingerprint: command,
  ...contents[command],
});

function turnOf(act: Act, late: Turn): Turn {
  const turns: Record<string, Turn> = { works, fails, hangs, late, 'loses its reply': losesItsReply };
  return turns[act] ?? refuses(act as Parameters<typeof refuses>[0]);
}

/** An order that has ended hears nothing any more. */
function unlessOver(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'WorkflowNotFoundError') throw error;
}

function undefinedWhenFailed(error: unknown): undefined {
  if (!(error instanceof WorkflowFailedError)) throw error;
}

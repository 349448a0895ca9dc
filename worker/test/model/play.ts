import { type Client, WorkflowFailedError } from '@temporalio/client';
import {
  fulfillment,
  type JournalEntry,
  type OrderAnswer,
  type OrderOutcome,
  type OrderState,
} from '@waybill/contracts/domain';
import type { Open } from '../support/calls.ts';
import { failedTasksIn } from '../support/task-failures.ts';
import type { Said, Schedule } from './schedule.ts';
import { orderOf, signalOf, staged } from './staging.ts';

/** What became of one order. */
export type Played = {
  orderId: string;
  /** Undefined where the workflow failed, for an engineer to look at. */
  result: OrderOutcome | undefined;
  order: OrderState | undefined;
  journal: readonly JournalEntry[];
  /** What the order knows of itself by its history alone, where that was looked at. */
  own: OrderAnswer | undefined;
  /** The order as whoever watched saw it: by asking it, and in the book. */
  seen: { asked: OrderState[]; booked: OrderState[] };
  effects: string[];
  /** The ids of the commands that its workflow had heard when it last told the book, where that is known. */
  heard?: string[];
  /** The tasks of its workflow that failed: bugs, and histories that did not replay. */
  failedTasks: string[];
};

/** Plays one schedule with real workers, and sees its order to the end. */
export async function play(
  { client, shops }: { client: Client; shops: Map<string, Open> },
  schedule: Schedule,
): Promise<Played> {
  const placed = orderOf(schedule);
  const handle = client.workflow.getHandle(fulfillment.idFor(placed.orderId));

  const say = async ({ command, ...said }: Said) => {
    if (command === 'cancel the workflow') return void (await handle.cancel());
    const { name, payload } = signalOf({ ...said, command });
    await handle.signal(name, payload);
  };
  const { script, book, states, comes, isOver } = staged(placed.orderId, schedule, (said) =>
    say(said).catch(unlessOver),
  );
  shops.set(placed.orderId, { script, book });

  await client.workflow.start(fulfillment.workflow, {
    workflowId: handle.workflowId,
    taskQueue: fulfillment.taskQueue,
    args: [placed],
  });
  await comes('start');
  const result = await handle.result().then((outcome: OrderOutcome) => outcome, undefinedWhenFailed);
  await isOver();

  const { events } = await handle.fetchHistory();
  shops.delete(placed.orderId);
  return {
    orderId: placed.orderId,
    result,
    order: book.order(),
    journal: book.journal,
    own: undefined,
    seen: { asked: [], booked: states },
    effects: script.journal,
    failedTasks: failedTasksIn(events ?? []),
  };
}

/** An order that has ended hears nothing any more. */
function unlessOver(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'WorkflowNotFoundError') throw error;
}

function undefinedWhenFailed(error: unknown): undefined {
  if (!(error instanceof WorkflowFailedError)) throw error;
}

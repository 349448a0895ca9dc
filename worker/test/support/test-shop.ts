import type { Client, WorkflowHandle } from '@temporalio/client';
import proto from '@temporalio/proto';
import {
  type CommandName,
  fulfillment,
  type OrderAnswer,
  type OrderOutcome,
  type OrderState,
  type PlacedOrder,
} from '@waybill/contracts/domain';
import { BookInMemory } from './book-in-memory.ts';
import { eventually } from './eventually.ts';
import { fakeProviders } from './fake-providers.ts';
import type { Operation } from './operation.ts';
import { anOrder } from './order.ts';
import { outcomeOf, throwOnFailedTask } from './workflow-end.ts';

const { EventType } = proto.temporal.api.enums.v1;

/** What an order came to. */
export type OrderResult = {
  outcome: OrderOutcome | { workflowFailed: string };
  order: OrderState;
  /** What the providers did, in order. */
  effects: string[];
};

/** Everything that a scenario speaks with: one order, its providers and its book. */
export class TestShop {
  readonly placed: PlacedOrder;
  readonly script: ReturnType<typeof fakeProviders>;
  readonly book = new BookInMemory();
  readonly #client: Client;

  constructor(client: Client, order: Partial<PlacedOrder> = {}) {
    this.placed = anOrder(order);
    this.script = fakeProviders(this.placed.orderId);
    this.#client = client;
  }

  get handle(): WorkflowHandle {
    return this.#client.workflow.getHandle(fulfillment.idFor(this.placed.orderId));
  }

  async places(options: { workflowTaskTimeout?: '1s' } = {}): Promise<void> {
    await this.#client.workflow.start(fulfillment.workflow, {
      ...options,
      workflowId: fulfillment.idFor(this.placed.orderId),
      taskQueue: fulfillment.taskQueue,
      memo: { fingerprint: this.placed.fingerprint },
      args: [this.placed],
    });
  }

  async tells(command: CommandName, content: object = {}): Promise<void> {
    await this.handle.signal(fulfillment.signals[command], this.#command(command, content));
  }

  /** The command is there before the workflow has done anything. */
  async placesAndTells(command: CommandName, content: object = {}): Promise<void> {
    await this.#client.workflow.signalWithStart(fulfillment.workflow, {
      workflowId: fulfillment.idFor(this.placed.orderId),
      taskQueue: fulfillment.taskQueue,
      memo: { fingerprint: this.placed.fingerprint },
      args: [this.placed],
      signal: fulfillment.signals[command],
      signalArgs: [this.#command(command, content)],
    });
  }

  /** Several commands, one right after the other. */
  async tellsAll(...commands: [CommandName, object][]): Promise<void> {
    for (const [command, content] of commands) await this.tells(command, content);
  }

  #command = (command: CommandName, content: object) => {
    this.#told += 1;
    return { commandId: `${command}-${this.#told}`, actor: 'maria', fingerprint: command, ...content };
  };
  #told = 0;

  /** Waits until the workflow has taken note of all that it was told: a query is answered after them. */
  async hears(): Promise<void> {
    await this.until(() => true);
  }

  /** Waits until the order is as it should be. */
  async until(isSo: (order: OrderState) => boolean): Promise<OrderState> {
    return eventually(async () => {
      const { order } = await this.handle.query<OrderAnswer, [number]>(fulfillment.queries.order, 0);
      return isSo(order) ? order : undefined;
    });
  }

  /** Waits until the provider is called, for the first time or again. */
  async untilCalled(operation: Operation, times = 1): Promise<void> {
    const called = () => this.script.calls.filter((call) => call === operation).length;
    await eventually(async () => called() >= times || undefined);
  }

  /** Waits until the engine has written such an event, whether or not a worker is there to see it. */
  async untilHistoryHas(type: keyof typeof EventType, times = 1): Promise<void> {
    await eventually(async () => {
      const { events } = await this.handle.fetchHistory();
      const found = (events ?? []).filter(({ eventType }) => eventType === EventType[type]);
      return found.length >= times || undefined;
    });
  }

  async ends(): Promise<OrderResult> {
    const outcome = await outcomeOf<OrderOutcome>(this.handle);
    const order = this.book.order();
    if (!order) throw new Error('The book has never heard of the order');
    await throwOnFailedTask(this.handle);
    return { outcome, order, effects: this.script.journal };
  }

  /** The history of one of the order's workflows; undefined for one that never was. */
  async historyOf(workflowId: string) {
    return this.#client.workflow
      .getHandle(workflowId)
      .fetchHistory()
      .catch(() => undefined);
  }

  async fulfills(): Promise<OrderResult> {
    await this.places();
    return this.ends();
  }
}

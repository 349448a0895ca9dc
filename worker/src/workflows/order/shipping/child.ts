import {
  CancellationScope,
  ChildWorkflowCancellationType,
  type ChildWorkflowHandle,
  condition,
  type ExternalWorkflowHandle,
  getExternalWorkflowHandle,
  ParentClosePolicy,
  patched,
  startChild,
  TemporalFailure,
} from '@temporalio/workflow';
import { type OrderStepName, type ShipmentInput, shipment } from '@waybill/contracts/domain';
import { giveUpStep } from './protocol.ts';
import type { shipOrder } from './ship-order.ts';

type Handle = ChildWorkflowHandle<typeof shipOrder>;

/** The child workflow that ships an order. It is started when it is first needed, and cancelled with the saga. */
export class ShipmentChild {
  readonly #taskQueue: string;
  readonly #input: () => ShipmentInput;
  readonly #scope = new CancellationScope({ cancellable: true, parent: CancellationScope.current() });
  #handle: Handle | undefined;
  #end: { failure?: unknown } | undefined;

  constructor(taskQueue: string, input: () => ShipmentInput) {
    this.#taskQueue = taskQueue;
    this.#input = input;
  }

  get hasEnded(): boolean {
    return this.#end !== undefined;
  }

  get failure(): unknown {
    return this.#end?.failure;
  }

  /** Runs one step of the shipment. A failed or cancelled step is over only when the child has ended. */
  async during<T>(step: (child: Handle) => Promise<T>): Promise<T> {
    const child = this.#handle ?? (await this.#start());
    try {
      return await step(child);
    } catch (failure) {
      await CancellationScope.nonCancellable(() => condition(() => this.hasEnded));
      throw this.failure ?? failure;
    }
  }

  /** Has the child stop retrying a step. A child that has ended meanwhile needs no signal. */
  giveUp(step: OrderStepName): void {
    const child = this.#addressee();
    const delivery = CancellationScope.nonCancellable(async () => child?.signal(giveUpStep, step));
    delivery.catch((failure: unknown) => {
      if (!(failure instanceof TemporalFailure)) throw failure;
    });
  }

  /** Found by its id: a command that comes in one task with the start of the child is heard before it. */
  #addressee(): Pick<ExternalWorkflowHandle, 'signal'> | undefined {
    return patched('shipment-by-id') ? getExternalWorkflowHandle(shipment.idFor(this.#input().orderId)) : this.#handle;
  }

  /** It is not cancelled before it has started, because the engine could not deliver the cancellation. */
  async #start(): Promise<Handle> {
    const { cancelRequested } = CancellationScope.current();
    const input = this.#input();
    const child = await this.#scope.run(() =>
      startChild<typeof shipOrder>(shipment.workflow, {
        workflowId: shipment.idFor(input.orderId),
        taskQueue: this.#taskQueue,
        args: [input],
        cancellationType: ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED,
        parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
      }),
    );
    this.#handle = child;
    markStart();
    cancelRequested.catch(() => this.#scope.cancel());
    child.result().then(
      () => (this.#end = {}),
      (failure: unknown) => (this.#end = { failure }),
    );
    return child;
  }
}

/**
 * The patch is a command, so that the task is not empty: an empty task and the next one are replayed as one, in which
 * the commands of people are heard before the child has started.
 */
const markStart = (): void => void patched('shipment-start-marked');

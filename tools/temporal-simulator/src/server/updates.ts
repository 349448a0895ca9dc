import type { HistoryEvent, Outcome, UpdateRequest } from '../history/history.ts';
import type { Message } from '../machines/update-machines.ts';

/** Is told what an update came to, or nothing where the workflow closed before it came to anything. */
export type Hear = (outcome?: Outcome) => void;

type Update = { request: UpdateRequest; stands: 'is new' | 'is sent' | 'is accepted'; outcome?: Outcome; hear: Hear[] };

/** The updates of one workflow, as the engine keeps them. Under one id there is one, however often it is asked for. */
export class Updates {
  readonly #updates = new Map<string, Update>();

  /** Some were not sent to a worker yet. */
  get areNew(): boolean {
    return [...this.#updates.values()].some(({ stands }) => stands === 'is new');
  }

  isAsked(request: UpdateRequest, hear: Hear): void {
    const { updateId } = request.meta;
    const update = this.#updates.get(updateId) ?? { request, stands: 'is new', hear: [] };
    this.#updates.set(updateId, update);
    if (update.outcome) hear(update.outcome);
    else update.hear.push(hear);
  }

  /** Those that no worker has accepted, for the next that takes a task. */
  toSend(sequencingEventId: number): Message[] {
    const open = [...this.#updates.values()].filter(({ stands }) => stands !== 'is accepted');
    return open.map((update) => {
      update.stands = 'is sent';
      const { updateId } = update.request.meta;
      return { id: `${updateId}/request`, protocolInstanceId: updateId, sequencingEventId, request: update.request };
    });
  }

  /** The worker that they were sent to did not answer. */
  sendAgain(): void {
    for (const update of this.#updates.values()) if (update.stands === 'is sent') update.stands = 'is new';
  }

  isWritten({ type, attributes }: HistoryEvent): void {
    if (type === 'workflowExecutionUpdateAccepted') {
      const update = this.#updates.get(attributes.protocolInstanceId);
      if (update) update.stands = 'is accepted';
    }
    if (type === 'workflowExecutionUpdateCompleted') this.#comesTo(attributes.outcome, attributes.meta.updateId);
  }

  close(): void {
    for (const updateId of this.#updates.keys()) this.#comesTo(undefined, updateId);
  }

  #comesTo(outcome: Outcome | undefined, updateId: string): void {
    const update = this.#updates.get(updateId);
    if (outcome && update) update.outcome = outcome;
    for (const hear of update?.hear.splice(0) ?? []) hear(outcome);
  }
}

import type { HistoryEvent, Outcome, UpdateRequest } from '../history/history.ts';
import type { Command } from '../sdk/sdk.ts';
import { type MachineContext, oneWay } from './machine.ts';

/** An update that is delivered to its workflow after the event that it names. */
export type Message = { id: string; protocolInstanceId: string; sequencingEventId: number; request: UpdateRequest };

type Response = NonNullable<Command['updateResponse']>;

/** The updates of one workflow. They come with its tasks, and while it replays, out of what is written about them. */
export class UpdateMachines {
  readonly #around: MachineContext;
  readonly #heard = new Map<string, Message>();
  #messages: Message[] = [];

  constructor(around: MachineContext) {
    this.#around = around;
  }

  receives(messages: readonly Message[]): void {
    this.#messages = [...messages];
  }

  /** Hears those that came before this event. */
  hearBefore(eventId: number): void {
    const isDue = ({ sequencingEventId }: Message) => sequencingEventId < eventId;
    const due = this.#messages.filter(isDue);
    this.#messages = this.#messages.filter((message) => !isDue(message));
    for (const message of due) this.#hear(message);
  }

  /** Those that were accepted with the task that is replayed came with it. */
  lookAhead(events: readonly HistoryEvent[]): void {
    for (const { type, attributes } of events)
      if (type === 'workflowExecutionUpdateAccepted')
        this.#hear({
          id: attributes.acceptedRequestMessageId,
          protocolInstanceId: attributes.protocolInstanceId,
          sequencingEventId: attributes.acceptedRequestSequencingEventId,
          request: attributes.acceptedRequest,
        });
  }

  answered({ protocolInstanceId, accepted, completed, rejected }: Response): void {
    const message = this.#heard.get(protocolInstanceId ?? '');
    if (!message) throw new Error(`The workflow answers ${protocolInstanceId}, but no such update was sent`);
    const { id, sequencingEventId, request } = message;
    if (accepted)
      this.#around.issue(
        {
          type: 'workflowExecutionUpdateAccepted',
          attributes: {
            protocolInstanceId: message.protocolInstanceId,
            acceptedRequestMessageId: id,
            acceptedRequestSequencingEventId: sequencingEventId,
            acceptedRequest: request,
          },
        },
        oneWay(),
      );
    else {
      const outcome: Outcome = completed ? { success: { payloads: [completed] } } : { failure: rejected ?? {} };
      const attributes = { meta: request.meta, acceptedEventId: 0, outcome };
      this.#around.issue({ type: 'workflowExecutionUpdateCompleted', attributes }, oneWay());
    }
  }

  #hear(message: Message): void {
    const { protocolInstanceId, request } = message;
    this.#heard.set(protocolInstanceId, message);
    this.#around.tell({
      doUpdate: {
        id: request.meta.updateId,
        protocolInstanceId,
        meta: request.meta,
        name: request.input.name,
        input: request.input.args.payloads ?? [],
        headers: {},
        runValidator: true,
      },
    });
  }
}

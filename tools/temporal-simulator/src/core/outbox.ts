import { type HistoryEvent, initialEventOf } from '../history/history.ts';
import { type Machine, Nondeterminism, type Outgoing } from '../machines/machine.ts';
import { inWords } from './same-command.ts';

/** Commands that the engine has yet to write, and the machine that each written event belongs to. */
export class Outbox {
  #outgoing: Outgoing[] = [];
  readonly #senders = new Map<number, Machine>();

  put(outgoing: Outgoing): void {
    this.#outgoing.push(outgoing);
  }

  content(): Outgoing[] {
    return this.#outgoing.filter(({ machine }) => !machine.isDropped);
  }

  /** The engine has written down a command. It must be the one that the workflow gave next. */
  isWritten(event: HistoryEvent): void {
    let next = this.#outgoing.shift();
    while (next?.machine.isDropped) next = this.#outgoing.shift();
    const expected = inWords(event);
    const given = next ? inWords(next.happening) : 'nothing';
    if (!next || given !== expected)
      throw new Nondeterminism(`the history has ${expected} where the workflow does ${given}`);
    next.machine.hears(event);
    this.#senders.set(event.id, next.machine);
  }

  /** Who gave the command that an event is about. */
  senderOf(event: HistoryEvent): Machine {
    const machine = this.#senders.get(initialEventOf(event) ?? 0);
    if (!machine) throw new Nondeterminism(`no command is known that ${event.type} could be about`);
    return machine;
  }
}

import type { HistoryEvent } from '../history/history.ts';
import { type Ended, endIn, type LocalActivityMachine, markerName } from '../machines/local-activity-machine.ts';
import { Nondeterminism } from '../machines/machine.ts';

/** The local activities of one workflow, and what is known of their ends before they are scheduled. */
export class LocalActivities {
  readonly #ends: (machine: LocalActivityMachine, how: Ended) => void;
  readonly #bySeq = new Map<number, LocalActivityMachine>();
  #known: { seq: number; how: Ended }[] = [];
  #toRun: LocalActivityMachine[] = [];

  constructor(ends: (machine: LocalActivityMachine, how: Ended) => void) {
    this.#ends = ends;
  }

  /** Those that are to be run now. */
  toRun(): LocalActivityMachine[] {
    return this.#toRun.splice(0);
  }

  isScheduled(machine: LocalActivityMachine): void {
    this.#bySeq.set(machine.command.seq ?? 0, machine);
    if (!machine.awaitsMarker) this.#toRun.push(machine);
  }

  /** The history has no marker for those that are left: they were at work when their worker went away, and run again. */
  awaitNothing(): void {
    for (const machine of this.#bySeq.values()) {
      if (!machine.awaitsMarker) continue;
      machine.awaitsMarker = false;
      this.#toRun.push(machine);
    }
  }

  /** Notes the ends that the commands of a task tell of, while that task is yet to be replayed. */
  lookAhead(events: readonly HistoryEvent[]): void {
    for (const { type, attributes } of events) {
      if (type !== 'markerRecorded' || attributes.markerName !== markerName) continue;
      const end = endIn(attributes);
      if (this.#bySeq.get(end.seq)?.awaitsMarker ?? true) this.#known.push(end);
      this.hearWhatIsKnown();
    }
  }

  /** In the order of their markers, as far as the workflow has scheduled them. */
  hearWhatIsKnown(): void {
    for (let [end] = this.#known; end; [end] = this.#known) {
      const machine = this.#bySeq.get(end.seq);
      if (!machine) return;
      this.#known.shift();
      this.#ends(machine, end.how);
    }
  }

  /** Whether an event is a marker whose end was taken from it: then it is no command of this worker's. */
  isKnown({ type, attributes }: HistoryEvent): boolean {
    if (type !== 'markerRecorded' || attributes.markerName !== markerName) return false;
    const { seq } = endIn(attributes);
    const machine = this.#bySeq.get(seq);
    if (!machine || machine.awaitsMarker)
      throw new Nondeterminism(
        `the history has the end of local activity ${seq}, which the workflow has not scheduled`,
      );
    return machine.endedByMarker;
  }
}

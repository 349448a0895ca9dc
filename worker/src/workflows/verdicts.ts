import { type Verdict, verdictsKept } from '@waybill/contracts/words';

/** What became of each command of one order: one verdict a command id, for as long as the order lives. */
export class Verdicts {
  readonly #byCommand = new Map<string, Verdict>();

  keep(verdict: Verdict): void {
    this.#byCommand.delete(verdict.commandId);
    this.#byCommand.set(verdict.commandId, verdict);
  }

  on(commandId: string): Verdict | undefined {
    return this.#byCommand.get(commandId);
  }

  /** Those that an answer carries, newest last. */
  newest(): Verdict[] {
    return [...this.#byCommand.values()].slice(-verdictsKept);
  }
}

import { type Verdict, verdictsKept } from '@waybill/contracts/words';

/** What became of each command of one order: one verdict a command id, for as long as the order lives. */
export class Verdicts {
  readonly #byCommand = new Map<string, Verdict>();
  #newest: Verdict[] = [];

  keep(verdict: Verdict): void {
    this.#byCommand.set(verdict.commandId, verdict);
    this.mention(verdict);
  }

  /** Goes out with the next answers, and is not remembered. */
  mention(verdict: Verdict): void {
    const others = this.#newest.filter(({ commandId }) => commandId !== verdict.commandId);
    this.#newest = [...others, verdict].slice(-verdictsKept);
  }

  on(commandId: string): Verdict | undefined {
    return this.#byCommand.get(commandId);
  }

  all(): Verdict[] {
    return [...this.#byCommand.values()];
  }

  /** Those that an answer carries, newest last. */
  newest(): Verdict[] {
    return this.#newest;
  }
}

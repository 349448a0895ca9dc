import { verdictsKept } from '@waybill/contracts/domain';

/** The verdicts on the commands of one order or run: one for each command id, for as long as it goes on. */
export class Verdicts<Verdict extends { commandId: string }> {
  readonly #byCommand = new Map<string, Verdict>();
  #newest: Verdict[] = [];

  keep(verdict: Verdict): void {
    this.#byCommand.set(verdict.commandId, verdict);
    this.mention(verdict);
  }

  /** Puts a verdict among the newest without keeping it. */
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

  /** The verdicts in the state, newest last. */
  newest(): Verdict[] {
    return this.#newest;
  }
}

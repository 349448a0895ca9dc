import { verdictsKept } from '@waybill/contracts/domain';

/** The verdicts on the commands of one order or run: one for each command id, until it is closed. */
export class Verdicts<Verdict extends { commandId: string }> {
  readonly #byCommand = new Map<string, Verdict>();
  #newest: Verdict[] = [];

  keep(verdict: Verdict): void {
    this.#byCommand.set(verdict.commandId, verdict);
    this.mention(verdict);
  }

  /** Adds a verdict to the newest without storing it. */
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

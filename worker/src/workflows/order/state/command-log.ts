import { noRoom, type OrderState, type Verdict } from '@waybill/contracts/domain';
import { type Append, type Attribution, now } from './journal.ts';
import { Verdicts } from './verdicts.ts';

/** Refusals beyond this number are not journaled: a journal has an end. */
const maxJournaledRefusals = 200;

/** The commands that an order was given: a verdict for each, in the state and in the journal. */
export class CommandLog {
  readonly verdicts = new Verdicts();
  readonly #state: OrderState;
  readonly #append: Append;
  #refusals = 0;

  constructor(state: OrderState, append: Append) {
    this.#state = state;
    this.#append = append;
  }

  /** Keeps the verdict on a command. */
  decide(verdict: Omit<Verdict, 'at'>, by: Attribution): void {
    this.verdicts.keep({ ...verdict, at: now() });
    this.#show();
    if (verdict.refusal) this.refuse(verdict.command, verdict.refusal, by, verdict.message);
  }

  /** Answers a command beyond the limit without keeping anything of it. */
  rejectOverLimit(verdict: Pick<Verdict, 'commandId' | 'command' | 'fingerprint'>): void {
    this.verdicts.mention({ ...verdict, at: now(), refusal: 'INVALID_INPUT', message: noRoom(this.#state) });
    this.#show();
  }

  /** Puts the verdict on a repeated command among the newest again. */
  repeat(commandId: string): void {
    const verdict = this.verdicts.on(commandId);
    if (verdict) this.verdicts.mention(verdict);
    this.#show();
  }

  /** Journals a refusal, unless the order is closed: nothing follows its last entry. */
  refuse(command: string, code: string, by: Attribution, message: string | null): void {
    if (this.#state.closedAt !== null) return;
    this.#refusals += 1;
    if (this.#refusals > maxJournaledRefusals) return;
    this.#append('COMMAND_REFUSED', { by, detail: { command, code, message } });
  }

  #show(): void {
    this.#state.verdicts = this.verdicts.newest();
  }
}

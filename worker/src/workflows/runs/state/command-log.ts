import { type RunState, type RunVerdict, runHasNoRoom } from '@waybill/contracts/domain';
import { type Attribution, now } from '../../order/state/journal.ts';
import { Verdicts } from '../../order/state/verdicts.ts';
import type { Append } from './journal.ts';

/** Refusals beyond this number are not journaled: a journal has an end. */
const maxJournaledRefusals = 200;

/** The commands that a run was given: a verdict for each, in the state and in the journal. */
export class RunCommandLog {
  readonly verdicts = new Verdicts<RunVerdict>();
  readonly #state: RunState;
  readonly #append: Append;
  #refusals = 0;

  constructor(state: RunState, append: Append, carried: readonly RunVerdict[]) {
    this.#state = state;
    this.#append = append;
    for (const verdict of carried) this.verdicts.keep(verdict);
    this.#refusals = carried.filter(({ refusal }) => refusal !== null).length;
  }

  /** Keeps the verdict on a command. */
  decide(verdict: Omit<RunVerdict, 'at' | 'actor'>, by: Attribution): void {
    this.keep({ ...verdict, actor: by.actor, at: now() });
    if (verdict.refusal) this.refuse(verdict.command, verdict.refusal, by, verdict.message);
  }

  keep(verdict: RunVerdict): void {
    this.verdicts.keep(verdict);
    this.#show();
  }

  /** Answers a command beyond the limit without keeping anything of it. */
  rejectOverLimit(verdict: Pick<RunVerdict, 'commandId' | 'command' | 'fingerprint' | 'actor'>): void {
    this.verdicts.mention({ ...verdict, at: now(), refusal: 'INVALID_INPUT', message: runHasNoRoom(this.#state) });
    this.#show();
  }

  /** Puts the verdict on a repeated command among the newest again. */
  repeat(commandId: string): void {
    const verdict = this.verdicts.on(commandId);
    if (verdict) this.verdicts.mention(verdict);
    this.#show();
  }

  /** Journals a refusal, unless the run is closed: nothing but refunds follows its last entry. */
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

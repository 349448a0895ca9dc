import { type Append, type Attribution, now } from './journal.ts';
import { Verdicts } from './verdicts.ts';

/** Refusals beyond this number are not journaled, to limit the journal. */
const maxJournaledRefusals = 200;

type Decided<Refusal> = { refusal: Refusal | 'INVALID_INPUT' | null; message: string | null };
type VerdictOn<Command, Refusal> = Command & Decided<Refusal> & { at: string };

type Options<Command, Refusal> = {
  state: { closedAt: string | null; verdicts: VerdictOn<Command, Refusal>[] };
  append: Append<'COMMAND_REFUSED', never>;
  /** The message that the limit of commands is reached. */
  noRoom: () => string;
  /** The verdicts of the previous execution. */
  carried?: readonly VerdictOn<Command, Refusal>[];
};

/** The commands of an order or a run: a verdict for each, in the state and in the journal. */
export class CommandLog<Command extends { commandId: string; command: string }, Refusal extends string> {
  readonly verdicts = new Verdicts<VerdictOn<Command, Refusal>>();
  readonly #state: Options<Command, Refusal>['state'];
  readonly #append: Append<'COMMAND_REFUSED', never>;
  readonly #noRoom: () => string;
  #refusals = 0;

  constructor({ state, append, noRoom, carried = [] }: Options<Command, Refusal>) {
    this.#state = state;
    this.#append = append;
    this.#noRoom = noRoom;
    for (const verdict of carried) this.verdicts.keep(verdict);
    this.#refusals = carried.filter(({ refusal }) => refusal !== null).length;
  }

  /** Stores the verdict on a command, and journals a refusal. */
  decide(verdict: Command & Decided<Refusal>, by: Attribution): void {
    this.keep({ ...verdict, at: now() });
    if (verdict.refusal) this.refuse(verdict.command, verdict.refusal, by, verdict.message);
  }

  keep(verdict: VerdictOn<Command, Refusal>): void {
    this.verdicts.keep(verdict);
    this.#show();
  }

  /** Refuses a command beyond the limit without storing it. */
  rejectOverLimit(command: Command): void {
    this.verdicts.mention({ ...command, at: now(), refusal: 'INVALID_INPUT' as const, message: this.#noRoom() });
    this.#show();
  }

  /** Puts the verdict on a repeated command among the newest again. */
  repeat(commandId: string): void {
    const verdict = this.verdicts.on(commandId);
    if (verdict) this.verdicts.mention(verdict);
    this.#show();
  }

  /** Journals a refusal, unless the order or run is closed: nothing but refunds follows its last entry. */
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

import { decimalOf } from '@waybill/contracts';
import {
  type CommandEnvelope,
  type RefundCommand,
  type RunCommands,
  type RunVerdict,
  refundableOf,
  refusalOfRun,
  runHasNoRoom,
  runHasRoomFor,
  verdictsKept,
} from '@waybill/contracts/domain';
import { InvalidInput, type RunCommand, RunNotFound, type RunSnapshot, VerdictPending } from '@waybill/graphql';
import { fingerprintOf, NotRunning } from '@waybill/orders-client';
import { actorOf, type Caller, isStaff } from './caller.ts';
import type { Find } from './lookup.ts';
import type { RunPortDependencies } from './run-dependencies.ts';
import { runConflict, runErrorOf, runOrError, runVerdictOn, type SentRunCommand } from './run-verdict.ts';
import { timeVerdict } from './verdict-time.ts';

type Sent = RunCommand & { commandId: string };

/**
 * Sends a command to a run and waits for its verdict. A known verdict is returned without sending.
 *
 * Longer than 40 lines: a signal and a refund take different paths through the same checks.
 */
export const createRunCommand = (dependencies: RunPortDependencies, caller: Caller) => {
  const { runs, source, watches, verdictTimeoutMs } = dependencies;
  const verdictFor = createVerdictLookup(dependencies);

  const awaitVerdict = async (runId: string, sent: SentRunCommand): Promise<RunSnapshot> => {
    const limit = AbortSignal.timeout(verdictTimeoutMs);
    const hasVerdict = (latest: RunSnapshot) => runVerdictOn(sent, latest) !== undefined || latest.attention === 'LOST';
    const run = await watches.until(runId, hasVerdict, limit);
    if (!run) throw new VerdictPending(sent.commandId, 'run');
    const verdict = await verdictFor(sent, run);
    if (verdict) return runOrError(sent, verdict, run);
    throw runErrorOf(refusalOfRun(sent.name, run) ?? 'RUN_CLOSED', null, sent, run);
  };

  const refund = async (command: RefundCommand, sent: SentRunCommand, before: RunSnapshot): Promise<RunSnapshot> => {
    const refused = refusalOfRefund(command, sent, before);
    // The state may refuse this refund because it has already been made.
    if (refused && !(await runs.hasBegunRefund(before.runId, sent.commandId))) throw refused;
    const outcome = await runs.refund(command, verdictTimeoutMs);
    if (!outcome) throw new VerdictPending(sent.commandId, 'run');
    if (outcome.fingerprint !== sent.fingerprint) throw runConflict(sent, before);
    if (outcome.refusal) throw runErrorOf(outcome.refusal, outcome.error?.message ?? null, sent, before);
    return before.closedAt ? ((await source.inBook(before.runId)) ?? before) : awaitVerdict(before.runId, sent);
  };

  return async ({ runId, commandId, ...content }: Sent, find: Find<RunSnapshot>): Promise<RunSnapshot> => {
    const { name } = content;
    const sent = { commandId, name, fingerprint: fingerprintOf(content) };
    const before = await find(runId);
    if (!before) throw new RunNotFound(runId);
    const verdict = await verdictFor(sent, before);
    if (verdict) return runOrError(sent, verdict, before);
    const envelope = envelopeOf(sent, caller);
    if (content.name === 'refund') return refund({ ...envelope, ...content, runId }, sent, before);
    if (before.closedAt || before.attention === 'LOST')
      throw runErrorOf(refusalOfRun(name, before) ?? 'RUN_CLOSED', null, sent, before);
    if (!runHasRoomFor(name, before)) throw new InvalidInput([{ path: [], message: runHasNoRoom(before) }]);
    const { name: signal, ...input } = content;
    try {
      await runs.command(runId, signal, { ...envelope, ...input } as RunCommands[typeof signal]);
    } catch (error) {
      if (!(error instanceof NotRunning)) throw error;
    }
    return timeVerdict(dependencies.observeVerdict, name, () => awaitVerdict(runId, sent));
  };
};

const envelopeOf = ({ commandId, fingerprint }: SentRunCommand, caller: Caller): CommandEnvelope => ({
  commandId,
  fingerprint,
  actor: actorOf(caller),
  correlationId: caller.correlationId,
  byStaff: isStaff(caller),
});

function refusalOfRefund({ amount }: RefundCommand, sent: SentRunCommand, run: RunSnapshot): Error | undefined {
  const refusal = refusalOfRun('refund', run);
  if (refusal) return runErrorOf(refusal, null, sent, run);
  const left = run.kind === 'PAYMENT' ? refundableOf(run) : null;
  if (!left || !amount || amount.amountMinor <= left.amountMinor) return undefined;
  return new InvalidInput([{ path: ['amount'], message: `must be at most the refundable amount, ${decimalOf(left)}` }]);
}

/**
 * An earlier verdict of a run. Its state has only the newest; its workflow has the others, and the order book once it
 * is closed.
 */
const createVerdictLookup =
  ({ runs, book }: RunPortDependencies) =>
  async (sent: SentRunCommand, run: RunSnapshot): Promise<RunVerdict | undefined> => {
    const verdict = runVerdictOn(sent, run);
    if (verdict || run.commands.taken <= verdictsKept) return verdict;
    try {
      if (!run.closedAt && run.attention !== 'LOST')
        return (await runs.verdict(run.runId, sent.commandId)) ?? undefined;
    } catch (error) {
      if (!(error instanceof NotRunning)) throw error;
    }
    const booked = await book.find(run.runId);
    return booked?.run.verdicts.find(({ commandId }) => commandId === sent.commandId);
  };

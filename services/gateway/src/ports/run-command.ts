import { decimalOf } from '@waybill/contracts';
import {
  type CommandEnvelope,
  type RefundCommand,
  type RunCommands,
  refundableOf,
  refusalOfRun,
  runHasNoRoom,
  runHasRoomFor,
} from '@waybill/contracts/domain';
import { InvalidInput, type RunCommand, RunNotFound, type RunSnapshot, VerdictPending } from '@waybill/graphql';
import { fingerprintOf, NotRunning } from '@waybill/orders-client';
import { actorOf, type Caller, isStaff } from './caller.ts';
import type { Find } from './lookup.ts';
import type { RunPortDependencies } from './run-dependencies.ts';
import { runConflict, runErrorOf, runOrError, type SentRunCommand } from './run-verdict.ts';
import { timeVerdict } from './verdict-time.ts';
import { createVerdicts } from './verdicts.ts';

type Sent = RunCommand & { commandId: string };

/**
 * Sends a command to a run and waits for its verdict. A known verdict is returned without sending.
 *
 * Longer than 40 lines: a signal and a refund take different paths through the same checks.
 */
export const createRunCommand = (dependencies: RunPortDependencies, caller: Caller) => {
  const { runs, book, source, verdictTimeoutMs } = dependencies;
  const verdicts = createVerdicts({
    ...dependencies,
    inWorkflow: runs.verdict,
    inBook: async (runId) => (await book.find(runId))?.run.verdicts,
  });

  const awaitVerdict = async (runId: string, sent: SentRunCommand): Promise<RunSnapshot> => {
    const { latest, verdict } = await verdicts.wait(sent.commandId, runId);
    if (verdict) return runOrError(sent, verdict, latest);
    throw closedError(sent, latest);
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
    const verdict = await verdicts.find(commandId, before);
    if (verdict) return runOrError(sent, verdict, before);
    const envelope = envelopeOf(sent, caller);
    if (content.name === 'refund') return refund({ ...envelope, ...content, runId }, sent, before);
    if (before.closedAt || before.attention === 'LOST') throw closedError(sent, before);
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

/** Why a command comes too late for a run that is closed or lost. */
const closedError = (sent: SentRunCommand, run: RunSnapshot) =>
  runErrorOf(refusalOfRun(sent.name, run) ?? 'RUN_CLOSED', null, sent, run);

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

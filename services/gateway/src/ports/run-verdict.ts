import type { RunCommandName, RunRefusal, RunVerdict } from '@waybill/contracts/domain';
import { InvalidInput, NothingToDo, PaymentRefused, RunClosed, RunConflict, type RunSnapshot } from '@waybill/graphql';

/** A command that was sent: its id, its name, and a digest of its input. */
export type SentRunCommand = { commandId: string; name: RunCommandName; fingerprint: string };

export const runConflict = ({ commandId }: SentRunCommand, { runId }: RunSnapshot) =>
  new RunConflict(runId, `The command id ${commandId} was already used for a different command`);

/**
 * Returns the run if it accepted the command; otherwise throws the reason. The same command id with other input is
 * always a conflict.
 */
export function runOrError(sent: SentRunCommand, verdict: RunVerdict, run: RunSnapshot): RunSnapshot {
  if (verdict.command !== sent.name || verdict.fingerprint !== sent.fingerprint) throw runConflict(sent, run);
  if (verdict.refusal) throw runErrorOf(verdict.refusal, verdict.message, sent, run);
  return run;
}

export function runErrorOf(
  refusal: RunRefusal,
  message: string | null,
  sent: SentRunCommand,
  { runId, status, endedBy, endedAt }: RunSnapshot,
): Error {
  switch (refusal) {
    case 'RUN_CLOSED':
      return new RunClosed(runId, status, endedBy && endedAt ? { by: endedBy, at: endedAt } : null);
    case 'NOTHING_TO_DO':
      return new NothingToDo(
        message ??
          `The command ${sent.name} did not apply to run ${runId} when it was refused: a new command, under another id, is decided anew`,
      );
    case 'INVALID_INPUT':
      return new InvalidInput([{ path: sent.name === 'refund' ? ['amount'] : [], message: message ?? 'is not valid' }]);
    case 'IDEMPOTENCY_CONFLICT':
      return new RunConflict(runId, message ?? 'The command id was already used for a different command');
    case 'PAYMENT_REFUSED':
      return new PaymentRefused(message ?? 'The payment provider refused');
  }
}

import type { RunStatus } from '@waybill/contracts/domain';
import { type Decision, TooLate } from '../error/decision.ts';
import { NamedError } from '../error/errors.ts';

export class RunNotFound extends NamedError {
  override readonly name = 'RunNotFound';
  readonly code = 'RUN_NOT_FOUND';
  constructor(runId: string) {
    super(`There is no run ${runId}`);
  }
}

export class RunClosed extends TooLate<RunStatus> {
  override readonly name = 'RunClosed';
  readonly code = 'RUN_CLOSED';
  constructor(runId: string, status: RunStatus, decision: Decision | null = null) {
    super(`Run ${runId} is closed: it is ${status}`, status, decision);
  }
}

export class RunConflict extends NamedError {
  override readonly name = 'RunConflict';
  readonly code = 'IDEMPOTENCY_CONFLICT';
  readonly runId: string;
  /** Whether an idempotency key or a command id was used for something else; otherwise an id or payment reference is taken. */
  readonly keyReused: boolean;
  constructor(runId: string, message: string, keyReused = true) {
    super(message);
    this.runId = runId;
    this.keyReused = keyReused;
  }
}

import type { RunStatus } from '@waybill/contracts/domain';
import { NamedError } from '../error/errors.ts';
import type { Decision } from '../order/errors.ts';

export class RunNotFound extends NamedError {
  override readonly name = 'RunNotFound';
  readonly code = 'RUN_NOT_FOUND';
  constructor(runId: string) {
    super(`There is no run ${runId}`);
  }
}

export class RunClosed extends NamedError {
  override readonly name = 'RunClosed';
  readonly code = 'RUN_CLOSED';
  readonly status: RunStatus;
  readonly decision: Decision | null;
  constructor(runId: string, status: RunStatus, decision: Decision | null = null) {
    super(`Run ${runId} is closed: it is ${status}`);
    this.status = status;
    this.decision = decision;
  }
}

export class RunConflict extends NamedError {
  override readonly name = 'RunConflict';
  readonly code = 'IDEMPOTENCY_CONFLICT';
  readonly runId: string;
  constructor(runId: string, message: string) {
    super(message);
    this.runId = runId;
  }
}

import {
  ActivityFailure,
  ApplicationFailure,
  CancelledFailure,
  ChildWorkflowFailure,
  TimeoutFailure,
} from '@temporalio/workflow';
import { providerRefusals, type StepError } from '@waybill/contracts/domain';

/** Why a step failed. `attempt` is null if the last attempt never returned. */
export type StepFailure = StepError & { refused: boolean; attempt: number | null };

/** The codes of refusals; every other failure is a fault. */
const refusals: readonly string[] = [
  ...providerRefusals,
  'VALIDATION_FAILED',
  'IDEMPOTENCY_CONFLICT',
  'TAKEN_OVER',
  'INVALID_INPUT',
  'FORBIDDEN',
];

/** Reads the failure of an activity, a child workflow or a timer. Messages are for customers: plain, and without vendor text. */
export function toStepFailure(failure: unknown): StepFailure {
  const cause = causeOf(failure);
  if (cause instanceof TimeoutFailure) return fault('TIMED_OUT', 'There was no answer in time', null);
  if (cause instanceof CancelledFailure) return fault('CANCELLED', 'It was cancelled from outside', null);
  if (!(cause instanceof ApplicationFailure)) return fault('STEP_FAILED', 'It could not be done', null);

  const code = cause.type ?? 'STEP_FAILED';
  return { code, message: cause.message, refused: refusals.includes(code), attempt: attemptIn(cause) };
}

const fault = (code: string, message: string, attempt: number | null): StepFailure => ({
  code,
  message,
  attempt,
  refused: false,
});

/** The innermost cause of an activity failure or a child workflow failure. */
function causeOf(failure: unknown): unknown {
  const wrapped = failure instanceof ActivityFailure || failure instanceof ChildWorkflowFailure;
  return wrapped && failure.cause ? causeOf(failure.cause) : failure;
}

/** Activities and the shipping child put the number of their last attempt into the details of their failure. */
function attemptIn({ details }: ApplicationFailure): number | null {
  const [first] = details ?? [];
  const attempt = typeof first === 'object' && first !== null && 'attempt' in first ? first.attempt : null;
  return typeof attempt === 'number' ? attempt : null;
}

import { isGrpcServiceError, QueryNotRegisteredError } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import { EngineUnavailable, LongPollRefused, NotRunning } from './errors.ts';

/** The gRPC status codes that are handled. */
export const grpc = {
  CANCELLED: 1,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  UNIMPLEMENTED: 12,
} as const;

export type EngineFault = { code: number; message: string };

/** The engine's error within the client's wrappers; undefined for any other error. */
export function engineFaultIn(error: unknown): EngineFault | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof WorkflowNotFoundError) return { code: grpc.NOT_FOUND, message: at.message };
    if (at instanceof QueryNotRegisteredError) return { code: grpc.INVALID_ARGUMENT, message: at.message };
    if (isGrpcServiceError(at)) return { code: at.code, message: at.details };
  }
  return undefined;
}

/** Translates an error of the engine; rethrows all others. */
export function asOwnError(error: unknown): never {
  const fault = engineFaultIn(error);
  if (!fault) throw error;
  if (fault.code === grpc.NOT_FOUND) throw new NotRunning(fault.message, { cause: error });
  throw new EngineUnavailable(fault.message, { cause: error });
}

/** The same for a long poll, which may be refused when other calls are not. */
export function asOwnLongPollError(error: unknown): never {
  const fault = engineFaultIn(error);
  if (fault && longPollRefusals.includes(fault.code)) throw new LongPollRefused(fault.message, { cause: error });
  return asOwnError(error);
}

const longPollRefusals: readonly number[] = [grpc.RESOURCE_EXHAUSTED, grpc.UNIMPLEMENTED];

/** The workflow of a call may have ended since, or not have started. */
export function unlessEnded(error: unknown): undefined {
  if (!(error instanceof NotRunning)) throw error;
}

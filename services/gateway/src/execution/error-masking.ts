import { Full } from '@waybill/bounded';
import { NamedError } from '@waybill/graphql';
import { Refused, Unavailable } from '@waybill/order-book-client';
import { EngineUnavailable, NotAnswering, unreadableWorkflow } from '@waybill/orders-client';
import { faultIn, faultLine, type Log } from '@waybill/platform';
import { type ExecutionResult, GraphQLError, locatedError } from 'graphql';
import { IssuerUnavailable } from '../auth/session.ts';
import { DeadlineExceeded } from './deadline.ts';
import { withLimit } from './limits/error-limit.ts';
import { inTrace, type OperationTrace } from './operation-trace.ts';

/** Called for each error that is reported as a fault, with its code. */
export type ObserveFault = (code: 'SERVICE_UNAVAILABLE' | 'INTERNAL') => void;

export type MaskingContext = {
  correlationId: string;
  log: Log;
  observeFault?: ObserveFault | undefined;
  /** Whether the schema may be disclosed, for example by suggestions for a wrong name. */
  introspection?: boolean | undefined;
  /** The trace of the operation, which its log lines name. */
  trace?: OperationTrace | undefined;
};

const retryAfterSeconds = 5;
const unavailable = { status: 503, spec: true, headers: { 'retry-after': String(retryAfterSeconds) } };

/** Masks errors. A refusal keeps its name; a fault is logged, and the caller sees only its correlation id. */
export function maskError(
  error: GraphQLError,
  { correlationId, log, observeFault, introspection = false }: MaskingContext,
): GraphQLError {
  const cause = causeOf(error);
  if (cause === undefined) return withCode(introspection ? error : withoutSuggestion(error));
  if (cause instanceof NamedError) return copyError(error, cause.message, { code: cause.code });
  if (isOfCallersValue(cause)) {
    log.warn({ correlationId, code: cause.code, error: faultLine(cause) }, 'a service refused a value of the request');
    return copyError(error, cause.message, { code: 'BAD_USER_INPUT' });
  }
  if (isUnavailable(cause)) {
    observeFault?.('SERVICE_UNAVAILABLE');
    log.warn({ correlationId, error: faultLine(cause) }, 'a service is unavailable');
    // A partial response has status 200.
    const http = error.path === undefined ? { http: unavailable } : {};
    return copyError(error, 'A required service is temporarily unavailable: try again later', {
      code: 'SERVICE_UNAVAILABLE',
      retryAfterSeconds,
      ...http,
    });
  }
  observeFault?.('INTERNAL');
  log.error({ correlationId, ...unreadableWorkflow(cause), error: faultIn(cause) }, 'an operation failed');
  return copyError(error, 'An internal error occurred', { code: 'INTERNAL', correlationId });
}

/** graphql-js appends similar names of the schema. */
export function withoutSuggestion(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ Did you mean .*$/s, '');
  return message === error.message ? error : copyError(error, message, error.extensions);
}

/** The same for anything that is thrown, inside or outside of an operation's execution. */
export const maskThrown = (thrown: unknown, masking: MaskingContext): GraphQLError =>
  maskError(thrown instanceof GraphQLError ? thrown : locatedError(thrown, undefined), masking);

/** Status codes are for HTTP responses: the errors of a stream do not have them. */
export function withoutStatus(error: GraphQLError): GraphQLError {
  const { http: _, ...extensions } = error.extensions;
  return copyError(error, error.message, extensions);
}

export function maskErrors(result: ExecutionResult, masking: MaskingContext): ExecutionResult {
  const { errors } = result;
  if (!errors) return result;
  return { ...result, errors: inTrace(masking.trace ?? {}, () => errors.map((error) => maskError(error, masking))) };
}

/** A neighbour refuses a value that it cannot store or compare, which the schema does not know. */
const isOfCallersValue = (cause: unknown): cause is Refused =>
  cause instanceof Refused && (cause.code === 'INVALID_REQUEST' || cause.code === 'INVALID_CURSOR');

const isUnavailable = (cause: unknown): cause is Error =>
  cause instanceof Unavailable ||
  cause instanceof EngineUnavailable ||
  cause instanceof NotAnswering ||
  cause instanceof IssuerUnavailable ||
  cause instanceof DeadlineExceeded ||
  cause instanceof Full;

/** The cause of an error that a resolver threw; undefined for one that is meant for the caller. */
function causeOf({ originalError, path }: GraphQLError): unknown {
  if (!(originalError instanceof GraphQLError)) return originalError ?? undefined;
  return path && isOurs(originalError) ? originalError : causeOf(originalError);
}

/** During execution, graphql-js adds the location of an error in the document; an error without one is a bug. */
const isOurs = ({ nodes, extensions, originalError }: GraphQLError): boolean =>
  !nodes && !originalError && extensions.code === undefined;

/** graphql-js sets no code for a wrong operation name, variable or argument. */
const withCode = (error: GraphQLError): GraphQLError =>
  error.extensions.code === undefined
    ? copyError(error, withLimit(error.message), { code: 'BAD_USER_INPUT', ...error.extensions })
    : error;

function copyError(
  { nodes, source, positions, path }: GraphQLError,
  message: string,
  extensions: Record<string, unknown>,
) {
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions,
  });
}

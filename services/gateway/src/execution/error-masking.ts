import { Full } from '@waybill/bounded';
import { NamedError } from '@waybill/graphql';
import { Unavailable } from '@waybill/order-book-client';
import { EngineUnavailable, NotAnswering } from '@waybill/orders-client';
import { faultIn, faultLine, type Log } from '@waybill/platform';
import { type ExecutionResult, GraphQLError, locatedError } from 'graphql';
import { IssuerUnavailable } from '../auth/session.ts';

export type Occasion = {
  correlationId: string;
  log: Log;
  /** Whether the schema may be told, be it by what a wrong name resembles. */
  introspection?: boolean;
};

const retryAfterSeconds = 5;
const unavailable = { status: 503, spec: true, headers: { 'retry-after': String(retryAfterSeconds) } };

/** What of an error its caller may see. A refusal keeps its name; a fault is told by its correlation id, and logged. */
export function shown(error: GraphQLError, { correlationId, log, introspection = false }: Occasion): GraphQLError {
  const cause = causeOf(error);
  if (cause === undefined) return withCode(introspection ? error : withoutHint(error));
  if (cause instanceof NamedError) return as(error, cause.message, { code: cause.code });
  if (isAway(cause)) {
    log.warn({ correlationId, error: faultLine(cause) }, 'a service is away');
    // A part of an answer that is missing is none of HTTP's business.
    const http = error.path === undefined ? { http: unavailable } : {};
    return as(error, 'This cannot be answered right now: try again later', {
      ...{ code: 'SERVICE_UNAVAILABLE', retryAfterSeconds, ...http },
    });
  }
  log.error({ correlationId, error: faultIn(cause) }, 'an operation failed');
  return as(error, 'Something went wrong here', { code: 'INTERNAL', correlationId });
}

/** graphql-js says at the end of a message which names of the schema a wrong one resembles. */
export function withoutHint(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ Did you mean .*$/s, '');
  return message === error.message ? error : as(error, message, error.extensions);
}

/** The same for whatever was thrown, inside of an operation's execution or around it. */
export const shownAs = (thrown: unknown, occasion: Occasion): GraphQLError =>
  shown(thrown instanceof GraphQLError ? thrown : locatedError(thrown, undefined), occasion);

/** Status codes are for HTTP's own answers: a stream's errors do not carry them. */
export function withoutStatus(error: GraphQLError): GraphQLError {
  const { http: _, ...extensions } = error.extensions;
  return as(error, error.message, extensions);
}

export const withFaultsShown = (result: ExecutionResult, occasion: Occasion): ExecutionResult =>
  result.errors ? { ...result, errors: result.errors.map((error) => shown(error, occasion)) } : result;

const isAway = (cause: unknown): cause is Error =>
  cause instanceof Unavailable ||
  cause instanceof EngineUnavailable ||
  cause instanceof NotAnswering ||
  cause instanceof IssuerUnavailable ||
  cause instanceof Full;

/** What lies under an error that a resolver threw; undefined for one that was meant to be seen. */
function causeOf({ originalError, path }: GraphQLError): unknown {
  if (!(originalError instanceof GraphQLError)) return originalError ?? undefined;
  return path && isOurs(originalError) ? originalError : causeOf(originalError);
}

/** While executing, graphql-js points at the part of the document that its caller got wrong; where it cannot, we did. */
const isOurs = ({ nodes, extensions, originalError }: GraphQLError): boolean =>
  !nodes && !originalError && extensions.code === undefined;

/** graphql-js gives no code to what is wrong with an operation's name, variables or arguments. */
const withCode = (error: GraphQLError): GraphQLError =>
  error.extensions.code === undefined
    ? as(error, error.message, { code: 'BAD_USER_INPUT', ...error.extensions })
    : error;

function as({ nodes, source, positions, path }: GraphQLError, message: string, extensions: Record<string, unknown>) {
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions,
  });
}

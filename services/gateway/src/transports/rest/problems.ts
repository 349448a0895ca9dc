import type { ErrorCode } from '@waybill/client';
import { type FieldProblem, Problem } from '@waybill/contracts';
import { HttpProblem, problemBody } from '@waybill/platform';
import { type GraphQLError, type GraphQLObjectType, type GraphQLUnionType, getNamedType } from 'graphql';
import type { Call, Reply, ResponseDescription } from './route.ts';
import type { Operation } from './shapes/operation.ts';

type TopLevelCode =
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'FORBIDDEN'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'INTERNAL'
  | 'RATE_LIMITED'
  | 'SERVICE_UNAVAILABLE'
  | 'UNAUTHENTICATED';

/** The HTTP status of each code. A pending command is not an error. */
const statuses = {
  ADDRESS_LOCKED: 409,
  ALREADY_SHIPPED: 409,
  BAD_REQUEST: 400,
  BAD_USER_INPUT: 400,
  FORBIDDEN: 403,
  GRAPHQL_VALIDATION_FAILED: 400,
  IDEMPOTENCY_CONFLICT: 409,
  INTERNAL: 500,
  INVALID_INPUT: 400,
  NOTHING_TO_DO: 409,
  ORDER_CLOSED: 409,
  ORDER_NOT_AWAITING_APPROVAL: 409,
  ORDER_NOT_FOUND: 404,
  PAYMENT_REFUSED: 402,
  RATE_LIMITED: 429,
  RUN_CLOSED: 409,
  RUN_NOT_FOUND: 404,
  SERVICE_UNAVAILABLE: 503,
  UNAUTHENTICATED: 401,
  VERDICT_PENDING: 202,
  WORKFLOW_LOST: 409,
} as const satisfies Record<ErrorCode | TopLevelCode, number>;

type Status = (typeof statuses)[keyof typeof statuses] | 422;

const isKnown = (code: string): code is keyof typeof statuses => Object.hasOwn(statuses, code);

/** A key in the header that was used for another request is 422; an id that is taken is 409, with the header too. */
export function statusOf(code: string, ofKeyInHeader: boolean): Status {
  if (code === 'IDEMPOTENCY_CONFLICT' && ofKeyInHeader) return 422;
  return isKnown(code) ? statuses[code] : 500;
}

/** Translates the API's message about an argument into one about the parameter or field. */
const ofArgument = /^(?:variables\.)?(?:input\.|filter\.)?([a-z][\w.]*) ((?:is|has|must) .*)$/s;

function problemOfField(code: unknown, message: string): Pick<CodedProblem, 'message' | 'fields'> {
  const [, name, what] = (code === 'BAD_USER_INPUT' && ofArgument.exec(message)) || [];
  if (!name || !what) return { message };
  return { message: `${name} ${what}`, fields: [{ path: name.split('.'), message: what }] };
}

export function replyToError({ message, extensions }: GraphQLError, call: Pick<Call, 'context'>): Reply {
  const { code, retryAfterSeconds, field } = extensions;
  const reply = problemReply(
    statusOf(String(code), false),
    {
      code: String(code),
      ...problemOfField(code, message),
      ...(typeof field === 'string' && { fields: [{ path: [field], message: 'is not permitted' }] }),
    },
    call,
  );
  const later = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  return { ...reply, headers: { ...reply.headers, ...later } };
}

type CodedProblem = { code: string; message: string; fields?: FieldProblem[] | undefined };

export function problemReply(
  status: Status,
  { code, message, fields }: CodedProblem,
  { context }: Pick<Call, 'context'>,
  about = {},
): Reply {
  const problem = problemBody(
    new HttpProblem(status as HttpProblem['status'], code, message, fields),
    context.correlationId,
  );
  const challenge = status === 401 ? { 'www-authenticate': 'Bearer' } : undefined;
  return {
    status,
    body: { ...problem, ...about },
    headers: { 'content-type': 'application/problem+json', ...challenge },
  };
}

const meanings: Partial<Record<number, string>> = {
  400: 'The request is invalid; `fields` says what is wrong with it',
  401: 'A valid token is required; see `WWW-Authenticate`',
  402: 'The payment provider declined',
  403: 'The role of the viewer does not permit this',
  404: 'It does not exist, or is not visible to the viewer',
  409: 'It is not in a state for this, or the id is taken',
  413: 'The body is too large',
  415: 'The body is not JSON in UTF-8',
  422: 'The Idempotency-Key was used for a different request',
  429: "The viewer's quota is used up; see `Retry-After`",
  503: 'A required service is unavailable; see `Retry-After`',
};

export const problemResponses = (...statuses: number[]): Record<number, ResponseDescription> =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: meanings[status] ?? '', shape: Problem, mediaType: 'application/problem+json' },
    ]),
  );

/** The problems of a route: those of every request, and those of the document's error types. */
export function problemsOf(operation: Operation, { hasId, hasBody }: { hasId: boolean; hasBody: boolean }) {
  const members = membersOf(operation).map((name) => statusOf(codeOf(name), false));
  const conflicts =
    members.includes(409) && membersOf(operation).some((name) => name.endsWith('Conflict')) ? [422] : [];
  return problemResponses(
    ...new Set([
      400,
      401,
      403,
      429,
      503,
      ...conflicts,
      ...members.filter((status) => status >= 400),
      ...(hasId ? [404] : []),
      ...(hasBody ? [413, 415] : []),
    ]),
  );
}

const membersOf = ({ field }: Operation): string[] => {
  const type = namedTypeOf(field.type);
  if (!('getTypes' in type)) return [];
  return type.getTypes().flatMap(({ name }) => (name.endsWith('Payload') ? [] : [name]));
};

const namedTypeOf = (type: Operation['field']['type']) => getNamedType(type) as GraphQLUnionType | GraphQLObjectType;

/** The code of an error type: its name in upper case. */
const codeOf = (name: string): string =>
  name === 'RunConflict' ? 'IDEMPOTENCY_CONFLICT' : name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

import {
  Closed,
  CommandRefused,
  type Problem as GatewayProblem,
  Refused,
  TimedOut,
  Unauthenticated,
  Unavailable,
  Unreached,
} from '@waybill/client';
import { type ExitCode, exitCodes } from './exit-codes.ts';

type FieldProblem = { path: readonly string[]; message: string };

/** A problem as it is printed, in one line or as JSON. */
export type Shown = {
  code: string;
  message: string;
  fields?: readonly FieldProblem[];
  correlationId?: string;
  decidedBy?: string;
  retryable: boolean;
};

/** Errors of this program itself. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly exit: ExitCode;
  readonly code: string;
  readonly fields: readonly FieldProblem[];

  constructor(exit: ExitCode, code: string, message: string, fields: readonly FieldProblem[] = []) {
    super(message);
    this.exit = exit;
    this.code = code;
    this.fields = fields;
  }
}

export const usage = (message: string, fields?: readonly FieldProblem[]) =>
  new Problem(exitCodes.usage, 'USAGE', message, fields);
export const notFound = (code: string, message: string) => new Problem(exitCodes.notFound, code, message);

/** Returns the exit code of an error, and its message. */
export function problemOf(error: unknown): { exit: ExitCode; shown: Shown } {
  const shown = shownOf(error);
  return { exit: exitOf(error), shown };
}

function exitOf(error: unknown): ExitCode {
  if (error instanceof Problem) return error.exit;
  if (error instanceof CommandRefused) return exitOfCode[error.code] ?? exitCodes.refused;
  if (error instanceof Unauthenticated) return exitCodes.auth;
  if (error instanceof Refused)
    return exitOfCode[error.code] ?? (isNoGateway(error) ? exitCodes.unavailable : exitCodes.fault);
  if (error instanceof Unavailable) return exitCodes.unavailable;
  if (error instanceof Unreached) return exitCodes.endedOtherwise;
  if (error instanceof TimedOut) return exitCodes.pending;
  return error instanceof Closed ? exitCodes.interrupted : exitCodes.fault;
}

/** The address is that of another server: its response is not GraphQL. */
const isNoGateway = ({ code }: Refused) => code.startsWith('HTTP_');

const exitOfCode: Readonly<Record<string, ExitCode>> = {
  ORDER_NOT_FOUND: exitCodes.notFound,
  RUN_NOT_FOUND: exitCodes.notFound,
  VERDICT_PENDING: exitCodes.pending,
  FORBIDDEN: exitCodes.auth,
  UNAUTHENTICATED: exitCodes.auth,
  BAD_USER_INPUT: exitCodes.usage,
  GRAPHQL_VALIDATION_FAILED: exitCodes.usage,
  GRAPHQL_PARSE_FAILED: exitCodes.usage,
};

function shownOf(error: unknown): Shown {
  if (error instanceof Problem) return { ...plain(error, error.code), ...fieldsOf(error) };
  if (error instanceof CommandRefused)
    return { ...plain(error, error.code), ...fieldsOf(error.refusal), ...deciderOf(error.refusal) };
  if (error instanceof Refused) return { ...plain(error, error.code), ...correlationOf(error.problems) };
  if (error instanceof Unavailable) return { ...plain(error, error.code), retryable: true };
  if (error instanceof Unreached) return plain(error, 'ENDED_OTHERWISE');
  if (error instanceof TimedOut) return { ...plain(error, 'TIMED_OUT'), retryable: true };
  if (error instanceof Closed) return plain(new Error('Interrupted'), 'INTERRUPTED');
  return plain(error instanceof Error ? error : new Error(String(error)), 'FAULT');
}

const plain = ({ message }: Error, code: string): Shown => ({ code, message, retryable: code === 'VERDICT_PENDING' });

function fieldsOf(from: { fields?: readonly FieldProblem[] }): Pick<Shown, 'fields'> {
  return from.fields?.length ? { fields: from.fields } : {};
}

function deciderOf({ decidedBy }: { decidedBy?: string | null }): Pick<Shown, 'decidedBy'> {
  return decidedBy ? { decidedBy } : {};
}

function correlationOf([first]: readonly GatewayProblem[]): Pick<Shown, 'correlationId'> {
  const id = first?.extensions?.correlationId;
  return typeof id === 'string' ? { correlationId: id } : {};
}

/** Escapes control characters and bidirectional marks, which a terminal would obey instead of showing. */
const printable = (line: string): string =>
  line.replace(
    /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );

/** Returns one line for the problem, and one for each invalid field. */
export function linesOf({ code, message, fields = [], correlationId, decidedBy }: Shown): string[] {
  const decider = decidedBy && !message.includes(decidedBy) ? ` (decided by ${decidedBy})` : '';
  const correlation = correlationId ? ` [${correlationId}]` : '';
  const lines = [
    `${code}: ${message}${decider}${correlation}`,
    ...fields
      .filter((field) => !message.includes(field.message)) // the sentence of a gateway has its fields already
      .map((field) => `  ${field.path.join('.')}: ${field.message}`),
  ];
  return lines.map(printable);
}

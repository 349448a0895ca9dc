/** An entry of `errors` in a response. */
export type Problem = { message: string; extensions?: Readonly<Record<string, unknown>> };

/** The gateway refuses the request, and would refuse it again. `code` is the gateway's error code. */
export class Refused extends Error {
  override readonly name: string = 'Refused';
  readonly code: string;
  readonly problems: readonly Problem[];

  constructor(code: string, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.code = code;
    this.problems = problems;
  }
}

/** The token was refused, and so was the new one that `token` returned after it. */
export class Unauthenticated extends Refused {
  override readonly name = 'Unauthenticated';
}

/** The token is valid, but lacks the right for this operation. */
export class Forbidden extends Refused {
  override readonly name = 'Forbidden';
}

/** No response at the moment: the gateway cannot be reached, or is overloaded. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  readonly code: string;
  /** The wait before a retry that the gateway asks for. */
  readonly retryAfterMs: number;

  constructor(
    code: string,
    message: string,
    { retryAfterMs = 0, cause }: { retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The token of a connection was refused. If it was `accepted` before, it has expired; otherwise it was never valid. */
export class TokenRefused extends Error {
  readonly error: Unauthenticated;
  readonly accepted: boolean;

  constructor(error: Unauthenticated, accepted: boolean) {
    super(error.message);
    this.error = error;
    this.accepted = accepted;
  }
}

/**
 * Any value that is not a reasonable number of seconds is ignored, so that a server cannot make a client wait for
 * hours.
 */
export function retryAfterMs(seconds: unknown): number {
  const ms = typeof seconds === 'number' || typeof seconds === 'string' ? Number(seconds) * 1_000 : 0;
  return ms > 0 ? Math.min(ms, longestWaitMs) : 0;
}

const longestWaitMs = 300_000;

/** Returns the error for the first of these problems. */
export function errorOf(problems: readonly Problem[]): Refused | Unavailable {
  const [first] = problems;
  const { code: word, retryAfterSeconds } = first?.extensions ?? {};
  const code = typeof word === 'string' ? word : 'INTERNAL';
  const message = first?.message ?? 'The response has neither data nor errors';
  switch (code) {
    case 'UNAUTHENTICATED':
      return new Unauthenticated(code, message, problems);
    case 'FORBIDDEN':
      return new Forbidden(code, message, problems);
    case 'RATE_LIMITED':
    case 'SERVICE_UNAVAILABLE':
      return new Unavailable(code, message, { retryAfterMs: retryAfterMs(retryAfterSeconds) });
    default:
      return new Refused(code, message, problems);
  }
}

/** The order or run ended without reaching the status that was waited for. */
export class Unreached<State extends { status: string } = { status: string }> extends Error {
  override readonly name = 'Unreached';
  /** How it ended. */
  readonly last: State | undefined;

  constructor(what: string, status: string, last: State | undefined) {
    super(`${what} ended ${last?.status ?? 'unseen'} and was not seen ${status}`);
    this.last = last;
  }
}

/** The order or run did not reach the status in time. It continues. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';

  constructor(what: string, status: string) {
    super(`${what} was not ${status} in time`);
  }
}

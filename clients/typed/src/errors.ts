/** An entry of `errors` in a response. */
export type Problem = { message: string; extensions?: Readonly<Record<string, unknown>> };

/** The gateway refuses the request, and would refuse it again. `code` is the gateway's own. */
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

/** The token is valid, but has not the right for this. */
export class Forbidden extends Refused {
  override readonly name = 'Forbidden';
}

/** No response for now: the gateway cannot be reached, or is overloaded. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  readonly code: string;
  /** How long the gateway asks to wait before a retry. */
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

/** A connection whose token was refused. With `accepted` the token has expired meanwhile; otherwise it was never valid. */
export class TokenRefused extends Error {
  readonly error: Unauthenticated;
  readonly accepted: boolean;

  constructor(error: Unauthenticated, accepted: boolean) {
    super(error.message);
    this.error = error;
    this.accepted = accepted;
  }
}

/** The error for the first of these problems. */
export function errorOf(problems: readonly Problem[]): Refused | Unavailable {
  const [first] = problems;
  const { code: word, retryAfterSeconds } = first?.extensions ?? {};
  const code = typeof word === 'string' ? word : 'INTERNAL';
  const message = first?.message ?? 'The gateway gave neither data nor a reason';
  switch (code) {
    case 'UNAUTHENTICATED':
      return new Unauthenticated(code, message, problems);
    case 'FORBIDDEN':
      return new Forbidden(code, message, problems);
    case 'RATE_LIMITED':
    case 'SERVICE_UNAVAILABLE':
      return new Unavailable(code, message, { retryAfterMs: Number(retryAfterSeconds ?? 0) * 1_000 });
    default:
      return new Refused(code, message, problems);
  }
}

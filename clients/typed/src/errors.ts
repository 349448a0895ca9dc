/** What the gateway says under `errors`. */
export type Problem = { message: string; extensions?: Readonly<Record<string, unknown>> };

/** An answer that is a no, and stays one however often it is asked for. `code` is the gateway's own word. */
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

/** The token was not taken, and neither was the one that `token` gave after it. */
export class Unauthenticated extends Refused {
  override readonly name = 'Unauthenticated';
}

/** The token is good, but not for this. */
export class Forbidden extends Refused {
  override readonly name = 'Forbidden';
}

/** No answer, for now: nobody is there, or whoever is there has too much to do. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  readonly code: string;
  /** What the gateway asks for before the next try. */
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

/**
 * A connection that ended over its token. One that had been `accepted` shows that the token has run out meanwhile; else it
 * was never any good.
 */
export class TokenRefused extends Error {
  readonly error: Unauthenticated;
  readonly accepted: boolean;

  constructor(error: Unauthenticated, accepted: boolean) {
    super(error.message);
    this.error = error;
    this.accepted = accepted;
  }
}

/** The error that the first of these problems stands for. */
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

/** The result of a mutation: a payload, or a refusal with its reason. Members may be added to the union. */
type Verdict = { __typename: string };
type Payload<T extends Verdict> = Extract<T, { __typename: `${string}Payload` }>;
type Refusal<T extends Verdict> = Exclude<T, Payload<T>>;

/** A business rule refused the command. `refusal` is the member of the result with the reason. */
export class CommandRefused<T extends Verdict = Verdict> extends Error {
  override readonly name = 'CommandRefused';
  readonly refusal: T;
  /** An `ErrorCode`, or a newer code that this client does not know. */
  readonly code: string;

  constructor(refusal: T) {
    const { message = refusal.__typename, code = refusal.__typename } = refusal as { message?: string; code?: string };
    super(message);
    this.refusal = refusal;
    this.code = code;
  }
}

export const isRefusal = <T extends Verdict>(verdict: T): verdict is Refusal<T> =>
  !verdict.__typename.endsWith('Payload');

/** Returns the payload of a mutation; throws `CommandRefused` when there is none. */
export function orThrow<T extends Verdict>(verdict: T): Payload<T> {
  if (isRefusal(verdict)) throw new CommandRefused(verdict);
  return verdict as Payload<T>;
}

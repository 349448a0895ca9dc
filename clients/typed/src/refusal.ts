/** What a mutation returns: a payload, or a refusal that says why. Members may be added to it. */
type Verdict = { __typename: string };
type Payload<T extends Verdict> = Extract<T, { __typename: `${string}Payload` }>;
type Refusal<T extends Verdict> = Exclude<T, Payload<T>>;

/** A command was refused by the business. `refusal` is the member of the result that says why. */
export class CommandRefused<T extends Verdict = Verdict> extends Error {
  override readonly name = 'CommandRefused';
  readonly refusal: T;
  /** An `ErrorCode`, or one that this client does not know yet. */
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

/** The payload of a mutation; throws `CommandRefused` where there is none. */
export function orThrow<T extends Verdict>(verdict: T): Payload<T> {
  if (isRefusal(verdict)) throw new CommandRefused(verdict);
  return verdict as Payload<T>;
}

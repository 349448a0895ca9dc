import type { FieldProblem } from '@waybill/contracts';

/** The service said no, and named it. Asking again will not change its mind. */
export class Refused<Code extends string = string> extends Error {
  override readonly name = 'Refused';
  readonly code: Code;
  readonly fields: FieldProblem[];
  constructor(code: Code, message: string, fields: FieldProblem[] = []) {
    super(message);
    this.code = code;
    this.fields = fields;
  }
}

/** The call did not go through, or its answer makes no sense. Whether it had an effect is unknown; asking again may help. */
export class Unavailable extends Error {
  override readonly name: string = 'Unavailable';
}

/** Nobody listens there just now: nothing was sent, so nothing can have happened. */
export class Unreachable extends Unavailable {
  override readonly name = 'Unreachable';
}

import type { FieldProblem } from '@waybill/contracts';

/** The service refused, with a named reason. A retry will not help. */
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

/** The call failed, or its response is invalid. Whether it had an effect is unknown; a retry may help. */
export class Unavailable extends Error {
  override readonly name: string = 'Unavailable';
}

/** Nothing listens there: nothing was sent, so the call had no effect. */
export class Unreachable extends Unavailable {
  override readonly name = 'Unreachable';
}

/** The service does not accept the token of its callers. */
export class Unauthorized extends Unavailable {
  override readonly name = 'Unauthorized';
}

import type { FieldProblem, Problem } from '@waybill/contracts';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An error response: a status, a stable code, and a sentence for people. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly fields: FieldProblem[] | undefined;
  constructor(status: ContentfulStatusCode, code: string, title: string, fields?: FieldProblem[]) {
    super(title);
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

/** The body of a problem response. */
export const problemBody = ({ status, code, message, fields }: HttpProblem, correlationId: string): Problem => ({
  type: 'about:blank',
  title: message,
  status,
  code,
  correlationId,
  ...(fields ? { fields } : {}),
});

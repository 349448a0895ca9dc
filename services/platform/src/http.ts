import { OpenAPIHono } from '@hono/zod-openapi';
import type { FieldProblem, Problem } from '@waybill/contracts';
import type { Context, ErrorHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Log } from './log.ts';

export type ServiceEnv = { Variables: { correlationId: string; log: Log } };

/** An answer that is not the one that was asked for: a status, a stable code, and a sentence for people. */
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

/** A router whose requests fail with a named problem when their shape is wrong. */
export const router = () =>
  new OpenAPIHono<ServiceEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const fields = result.error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
      throw new HttpProblem(400, 'INVALID_REQUEST', 'The request has fields that are wrong', fields);
    },
  });

/** The outermost app of a service: correlation, a log line a request, a body limit, and problem+json for every error. */
export function serviceApp({ log, bodyLimitBytes = 64 * 1024 }: { log: Log; bodyLimitBytes?: number }) {
  const app = router();
  app.use(async (c, next) => {
    const correlationId = legible(c.req.header('x-correlation-id')) ?? crypto.randomUUID();
    c.set('correlationId', correlationId);
    c.set('log', log.child({ correlationId }));
    c.header('x-correlation-id', correlationId);
    await next();
    c.get('log').debug({ method: c.req.method, path: c.req.path, status: c.res.status }, 'answered');
  });
  app.use(
    bodyLimit({
      maxSize: bodyLimitBytes,
      onError: () => {
        throw new HttpProblem(413, 'BODY_TOO_LARGE', `A body may have ${bodyLimitBytes} bytes`);
      },
    }),
  );
  app.notFound((c) => problem(c, new HttpProblem(404, 'NO_SUCH_ENDPOINT', `${c.req.method} ${c.req.path} is unknown`)));
  app.onError(asProblem);
  return app;
}

const asProblem: ErrorHandler<ServiceEnv> = (error, c) => {
  if (error instanceof HttpProblem) return problem(c, error);
  if (error instanceof HTTPException)
    return problem(c, new HttpProblem(error.status as ContentfulStatusCode, 'INVALID_REQUEST', error.message));
  c.get('log').error({ error: error.stack }, 'a request failed');
  return problem(c, new HttpProblem(500, 'INTERNAL', 'Something went wrong here'));
};

function problem(c: Context<ServiceEnv>, { status, code, message, fields }: HttpProblem) {
  const body: Problem = {
    type: 'about:blank',
    title: message,
    status,
    code,
    correlationId: c.get('correlationId'),
    ...(fields ? { fields } : {}),
  };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}

/** A correlation id is echoed into headers and logs: only what is safe there is taken over. */
const legible = (id: string | undefined) => (id && /^[\x21-\x7e]{1,128}$/.test(id) ? id : undefined);

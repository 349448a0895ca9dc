import { z } from '@hono/zod-openapi';
import { Problem, wholeNumber } from '@waybill/contracts';

export const problem = { content: { 'application/problem+json': { schema: Problem } } };
const refused = { description: 'The request is invalid', ...problem };
export const down = { description: 'The database is unavailable; see `Retry-After`', ...problem };
const tooLarge = { description: 'The body is too large', ...problem };

const json = <T extends z.ZodType>(schema: T) => ({ content: { 'application/json': { schema } } });
export const body = <T extends z.ZodType>(schema: T) => ({ ...json(schema), required: true });
export const answer = <T extends z.ZodType>(description: string, schema: T) => ({ description, ...json(schema) });

/** The responses of an endpoint that reads. */
export const reads = <T extends z.ZodType>(description: string, schema: T) => ({
  200: answer(description, schema),
  400: refused,
  503: down,
});

/** The responses of an endpoint that takes a body. */
export const takes = <T extends z.ZodType>(description: string, schema: T) => ({
  ...reads(description, schema),
  413: tooLarge,
});

/** The response of a feed whose cursor is no longer good. */
export const gone = { 410: { description: 'The cursor predates the restore of a backup: start over', ...problem } };

export const conflict = (description: string) => ({ 409: { description, ...problem } });

export const pollQuery = z.strictObject({ after: z.string().optional(), waitMs: wholeNumber(0, 60_000).default(0) });

export const openQuery = z.strictObject({
  after: z.string().default(''),
  first: wholeNumber(1, 1000).default(100),
});

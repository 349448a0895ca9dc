import { z } from '@hono/zod-openapi';
import { Problem, wholeNumber } from '@waybill/contracts';

export const problem = { content: { 'application/problem+json': { schema: Problem } } };
export const refused = { description: 'The request is invalid', ...problem };
export const down = { description: 'The database is unavailable; see `Retry-After`', ...problem };
export const tooLarge = { description: 'The body is too large', ...problem };

const json = <T extends z.ZodType>(schema: T) => ({ content: { 'application/json': { schema } } });
export const body = <T extends z.ZodType>(schema: T) => ({ ...json(schema), required: true });
export const answer = <T extends z.ZodType>(description: string, schema: T) => ({ description, ...json(schema) });

export const pollQuery = z.strictObject({ after: z.string().optional(), waitMs: wholeNumber(0, 60_000).default(0) });

export const openQuery = z.strictObject({
  after: z.string().default(''),
  first: wholeNumber(1, 1000).default(100),
});

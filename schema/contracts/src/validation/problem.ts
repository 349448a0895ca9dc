import { z } from 'zod';

/** One field that is wrong, and why. */
export const FieldProblem = z.object({ path: z.array(z.string()), message: z.string() });
export type FieldProblem = z.infer<typeof FieldProblem>;

/** The only error body any service sends: RFC 9457, with a stable `code`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  correlationId: z.string().optional(),
  fields: z.array(FieldProblem).optional(),
});
export type Problem = z.infer<typeof Problem>;

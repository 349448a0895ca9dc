import { z } from '@hono/zod-openapi';
import { type GraphQLLeafType, isEnumType } from 'graphql';

const text = (format?: string) => z.string().openapi(format ? { format } : {});

/** How scalars look in JSON; every other is a string. */
const outputs: Record<string, () => z.ZodType> = {
  Int: () => z.int(),
  Float: () => z.number(),
  Boolean: () => z.boolean(),
  DateTime: () => text('date-time'),
  JSON: () => z.unknown(),
};

const inputs: Record<string, () => z.ZodType> = {
  ...outputs,
  Int: () =>
    z
      .int()
      .min(-(2 ** 31))
      .max(2 ** 31 - 1),
  Decimal: () => z.union([z.string(), z.number()]),
};

export const outputLeaf = (type: GraphQLLeafType): z.ZodType =>
  isEnumType(type) ? z.enum(type.getValues().map(({ name }) => name)) : (outputs[type.name] ?? text)();

/** Accepts what the scalar itself accepts. */
export const inputLeaf = (type: GraphQLLeafType): z.ZodType =>
  isEnumType(type)
    ? z.enum(type.getValues().map(({ name }) => name))
    : (inputs[type.name] ?? text)().superRefine((value, context) => {
        const message = problemWith(value, (input) => type.parseValue(input));
        if (message) context.addIssue({ code: 'custom', message });
      });

function problemWith(value: unknown, parse: (value: unknown) => unknown): string | undefined {
  try {
    parse(value);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

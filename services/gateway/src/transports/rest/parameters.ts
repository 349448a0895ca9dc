import { z } from '@hono/zod-openapi';
import { type FieldProblem, readable } from '@waybill/contracts';
import { HttpProblem } from '@waybill/platform';
import { type GraphQLInputType, getNamedType, getNullableType, isListType } from 'graphql';
import { parameterHint } from './name-hints.ts';
import type { Route, Spellings } from './route.ts';
import { inputShape } from './shapes/input.ts';

type Types = Record<string, GraphQLInputType>;

/** The parameters of a query, each of the type of its argument. */
export const queryShape = (types: Types, spellings: Spellings = {}): z.ZodObject =>
  z.strictObject({
    ...shapesOf(types),
    ...Object.fromEntries(
      Object.entries(spellings).map(([name, known]) => [
        name,
        z.enum([...Object.values(known), ...Object.keys(known)]).optional(),
      ]),
    ),
  });

const shapesOf = (types: Types) =>
  Object.fromEntries(Object.entries(types).map(([name, type]) => [name, optional(inputShape(type))]));

/** A query string has no null, only omitted parameters. */
const optional = (shape: z.ZodType): z.ZodType => {
  if (!(shape instanceof z.ZodOptional)) return shape;
  const inner = shape.unwrap();
  return (inner instanceof z.ZodNullable ? (inner.unwrap() as z.ZodType) : (inner as z.ZodType)).optional();
};

/** A reader of the parameters of a route's query; a list is given as one parameter for each entry. */
export function createQueryReader({ query: types = {}, spellings = {} }: Pick<Route, 'query' | 'spellings'>) {
  const shape = queryShape(types, spellings);
  const typeOf = (name: string) => (Object.hasOwn(types, name) ? types[name] : undefined);
  return (received: Record<string, string[]>): Record<string, unknown> => {
    const values = Object.entries(received).map(([name, texts]) => [name, readValue(name, typeOf(name), texts)]);
    const said = checked(shape, Object.fromEntries(values), (name) => parameterHint(name, types)) as Record<
      string,
      unknown
    >;
    const meant = Object.entries(spellings).map(([name, known]) => [name, known[String(said[name])] ?? said[name]]);
    return { ...said, ...Object.fromEntries(meant.filter(([, value]) => value !== undefined)) };
  };
}

function readValue(name: string, type: GraphQLInputType | undefined, texts: string[]): unknown {
  if (!type) return texts[0];
  const read = readers[getNamedType(type).name] ?? String;
  if (isListType(getNullableType(type))) return texts.map(read);
  if (texts.length > 1) throw invalid([{ path: [name], message: 'is given more than once' }]);
  return read(texts[0] as string);
}

/** A text that is not a number or boolean is kept, and refused by the shape. */
const readers: Record<string, (text: string) => unknown> = {
  Int: (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : text),
  Boolean: (text) => (text === 'true' || text === 'false' ? text === 'true' : text),
};

/** Returns the value if it has the shape; otherwise throws a problem that names every wrong field. */
export function checked(shape: z.ZodType, value: unknown, hint: (name: string) => string = () => ''): unknown {
  const { success, data, error } = shape.safeParse(value, { error: readable });
  if (success) return data;
  throw invalid(error.issues.flatMap((issue) => fieldsOf(issue, hint)));
}

function fieldsOf(issue: z.core.$ZodIssue, hint: (name: string) => string): FieldProblem[] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({
    path: [...path, key],
    message: `is unknown${path.length === 0 ? hint(key) : ''}`,
  }));
}

export const invalid = (fields: FieldProblem[]) =>
  new HttpProblem(
    400,
    'INVALID_INPUT',
    `The request is invalid: ${[...fields.slice(0, mostInTitle).map(sentence), ...uncounted(fields)].join('; ')}`,
    fields,
  );

const mostInTitle = 3;

/** How many fields a title does not name. */
const uncounted = ({ length }: FieldProblem[]): string[] =>
  length > mostInTitle ? [`${length - mostInTitle} more in fields`] : [];

const sentence = ({ path, message }: FieldProblem): string =>
  `${path.length === 0 ? 'the body' : path.join('.') || '""'}: ${message}`;

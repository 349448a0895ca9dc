import { schema } from '@waybill/graphql';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';

export type Operation = { name: string; query: string; kind: string };

/** One input of an operation: where it is, what it is called, and variables that are right but for it. */
export type Leaf = {
  operation: Operation;
  path: string;
  type: string;
  isList: boolean;
  with: (value: unknown) => object;
};

type Root = GraphQLObjectType<unknown, unknown>;
const roots = {
  query: schema.getQueryType(),
  mutation: schema.getMutationType(),
  subscription: schema.getSubscriptionType(),
};

/** Every query, mutation and subscription field, with all its arguments as variables. */
export const operations = (): { operation: Operation; field: GraphQLField<unknown, unknown> }[] =>
  Object.entries(roots).flatMap(([kind, root]) =>
    Object.values((root as Root).getFields()).map((field) => ({ field, operation: operationOf(kind, field) })),
  );

function operationOf(kind: string, { name, args, type }: GraphQLField<unknown, unknown>): Operation {
  const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const selected = isScalarType(getNamedType(type)) ? '' : ' { __typename }';
  const list = (text: string) => (args.length > 0 ? `(${text})` : '');
  return { kind, name, query: `${kind} ${list(declared)} { ${name}${list(passed)}${selected} }` };
}

/**
 * Every scalar, enum and list in the input of any operation, at every depth; new arguments are included automatically.
 */
export const leaves = (): Leaf[] =>
  operations().flatMap(({ operation, field }) =>
    field.args.flatMap((arg) => {
      const right = Object.fromEntries(field.args.map((each) => [each.name, sample(each.type)]));
      return leavesOf(arg.type, arg.name, (value) => ({ ...right, [arg.name]: value }), operation);
    }),
  );

function leavesOf(type: GraphQLInputType, path: string, put: Leaf['with'], operation: Operation): Leaf[] {
  const known = getNullableType(type);
  if (isListType(known)) {
    const list = { operation, path, type: String(known), isList: true, with: put };
    return [list, ...leavesOf(known.ofType, `${path}.0`, (value) => put([value]), operation)];
  }
  if (!isInputObjectType(known)) return [{ operation, path, type: String(known), isList: false, with: put }];
  const right = sample(known) as object;
  return Object.values(known.getFields()).flatMap((field) =>
    leavesOf(field.type, `${path}.${field.name}`, (value) => put({ ...right, [field.name]: value }), operation),
  );
}

/** The smallest valid input: only required fields. */
export function sample(type: GraphQLInputType): unknown {
  if (!isNonNullType(type)) return undefined;
  const known = type.ofType;
  if (isListType(known)) return [sample(known.ofType)];
  if (isEnumType(known)) return known.getValues()[0]?.name;
  if (!isInputObjectType(known)) return samples[String(known)];
  return Object.fromEntries(
    Object.values(known.getFields()).map((field) => [field.name, special[field.name] ?? sample(field.type)]),
  );
}

const samples: Record<string, unknown> = {
  ID: 'ORD-1',
  String: 'text',
  Int: 1,
  Float: 100,
  Boolean: true,
  Decimal: '1.00',
  Duration: 'P1D',
};
const special: Record<string, unknown> = { customerEmail: 'ada@example.com', country: 'GB', sku: 'BOOK-001' };

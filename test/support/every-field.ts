import { schema } from '@waybill/graphql';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

const deepest = 4;

/** The fields of a type that can be asked for without arguments. */
export const fieldsOf = (type: string): string[] =>
  Object.values((schema.getType(type) as GraphQLObjectType).getFields())
    .filter(({ args }) => !args.some(isRequiredArgument))
    .map(({ name }) => name);

/** Selects a field with all that is below it; what is above is not selected again, and another node by its id. */
export function everythingIn(type: string, field: string): string {
  const { [field]: found } = (schema.getType(type) as GraphQLObjectType).getFields();
  if (!found) throw new Error(`${type} has no field ${field}`);
  return selected(found, [type]);
}

function selected({ name, type }: GraphQLField<unknown, unknown>, above: string[]): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return name;
  if (isAbstractType(named)) return `${name} { __typename }`;
  if (isNode(named)) return `${name} { id }`;
  if (!isObjectType(named) || above.includes(named.name) || above.length > deepest) return '';
  const below = Object.values(named.getFields())
    .filter(({ args }) => !args.some(isRequiredArgument))
    .map((field) => selected(field, [...above, named.name]))
    .filter(Boolean);
  return below.length > 0 ? `${name} { ${below.join(' ')} }` : '';
}

const isNode = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && type.getInterfaces().some((one) => one.name === 'Node');

/** The paths at which something is known, without the places in lists. */
export function pathsIn(value: unknown, path = ''): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one) => pathsIn(one, path));
  if (typeof value !== 'object') return [path];
  return [path, ...Object.entries(value).flatMap(([key, below]) => pathsIn(below, path ? `${path}.${key}` : key))];
}

/** The paths that a selection asks for. */
export function askedIn(selection: string): string[] {
  const above: string[] = [];
  const selections: string[] = [];
  for (const word of selection.match(/\w+|[{}]/g) ?? []) {
    if (word === '{') above.push(selections.at(-1) ?? '');
    else if (word === '}') above.pop();
    else selections.push([above.at(-1), word].filter(Boolean).join('.'));
  }
  return selections;
}

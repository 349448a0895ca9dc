import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  print,
} from 'graphql';

const ownTypes = (schema: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));

/** A schema as a list of sentences, one for each thing that a client can rely on. */
export const factsOf = (schema: GraphQLSchema): string[] => ownTypes(schema).flatMap(factsOfType);

function factsOfType(type: GraphQLNamedType): string[] {
  const itself = `${type.constructor.name} ${type.name}`;
  if (isEnumType(type)) return [itself, ...type.getValues().map(({ name }) => `${type.name} has ${name}`)];
  if (isUnionType(type)) return [itself, ...type.getTypes().map(({ name }) => `${type.name} may be ${name}`)];
  if (isInputObjectType(type)) {
    return [itself, ...Object.values(type.getFields()).map((field) => `${type.name}.${input(field)}`)];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [itself];
  const interfaces = type.getInterfaces().map(({ name }) => `${type.name} is a ${name}`);
  return [itself, ...interfaces, ...Object.values(type.getFields()).flatMap((field) => factsOfField(type.name, field))];
}

const factsOfField = (type: string, { name, args, type: answer }: GraphQLField<unknown, unknown>): string[] => [
  `${type}.${name}: ${answer}`,
  ...args.map((argument) => `${type}.${name}(${input(argument)})`),
];

function input({ name, type, defaultValue }: GraphQLArgument | GraphQLInputField): string {
  const usual = astFromValue(defaultValue, type);
  return `${name}: ${type}${usual ? ` = ${print(usual)}` : ''}`;
}

/** Whatever a client would have to guess the meaning of. */
export const undescribedIn = (schema: GraphQLSchema): string[] =>
  ownTypes(schema)
    .flatMap(describables)
    .filter(([, { description }]) => !description)
    .map(([name]) => name);

type Describable = { description?: string | null | undefined };

function describables(type: GraphQLNamedType): [string, Describable][] {
  const itself: [string, Describable] = [type.name, type];
  if (isEnumType(type)) return [itself, ...named(type.name, type.getValues())];
  if (isInputObjectType(type)) return [itself, ...named(type.name, Object.values(type.getFields()))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [itself];
  const fields = Object.values(type.getFields());
  const args = fields.flatMap((field) => named(`${type.name}.${field.name}`, field.args));
  return [itself, ...named(type.name, fields), ...args];
}

const named = (owner: string, things: readonly (Describable & { name: string })[]): [string, Describable][] =>
  things.map((thing) => [`${owner}.${thing.name}`, thing]);

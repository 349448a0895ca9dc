import { z } from '@hono/zod-openapi';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  type InlineFragmentNode,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Operation } from './operation.ts';
import { outputLeaf } from './scalars.ts';

const byName = new Map<string, z.ZodType>();

/** The shape of the value of a selected field. */
export const outputShape = (operation: Operation, type: GraphQLOutputType, field: FieldNode): z.ZodType => {
  if (!isNonNullType(type)) return presentShape(operation, type, field).nullable();
  return presentShape(operation, type.ofType, field);
};

/** The same, without null. */
export function presentShape(operation: Operation, type: GraphQLOutputType, field: FieldNode): z.ZodType {
  if (isNonNullType(type)) return presentShape(operation, type.ofType, field);
  if (isListType(type)) return z.array(outputShape(operation, type.ofType, field));
  const own = getNamedType(type);
  if (isLeafType(own)) return outputLeaf(own);
  return selectionShape(operation, own, field.selectionSet as SelectionSetNode);
}

/** A selection of a single fragment becomes a component with the fragment's name. */
export function selectionShape(
  operation: Operation,
  type: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
): z.ZodType {
  const [only, ...others] = selectionSet.selections;
  const name = only?.kind === Kind.FRAGMENT_SPREAD && others.length === 0 ? only.name.value : undefined;
  const known = name === undefined ? undefined : byName.get(name);
  if (known) return known;
  const shape = z.object(fieldsOf(operation, type, selectionSet));
  if (name === undefined) return shape;
  const component = shape.openapi(name);
  byName.set(name, component);
  return component;
}

/** Fields that only some of the possible types have may be absent. */
function fieldsOf(operation: Operation, type: GraphQLCompositeType, { selections }: SelectionSetNode) {
  const fields: Record<string, z.ZodType> = {};
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) Object.assign(fields, fieldOf(operation, type, selection));
    else {
      const { typeCondition, selectionSet } =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentNamed(operation, selection.name.value);
      const within = typeCondition ? (operation.schema.getType(typeCondition.name.value) ?? type) : type;
      const inner = fieldsOf(operation, within as GraphQLCompositeType, selectionSet);
      const isSure = within === type || isObjectType(type);
      for (const [name, shape] of Object.entries(inner)) fields[name] ??= isSure ? shape : shape.optional();
    }
  }
  return fields;
}

function fieldOf(operation: Operation, type: GraphQLCompositeType, field: FieldNode) {
  const { name, alias } = field;
  const key = alias?.value ?? name.value;
  if (name.value === '__typename') return { [key]: z.string() };
  const known = 'getFields' in type ? type.getFields()[name.value] : undefined;
  if (!known) throw new Error(`${type} has no field ${name.value}`);
  const shape = outputShape(operation, known.type, field);
  const described = known.description && !isCompositeType(getNamedType(known.type));
  return { [key]: described ? shape.openapi({ description: known.description ?? '' }) : shape };
}

function fragmentNamed({ document }: Operation, name: string): FragmentDefinitionNode {
  const found = document.definitions.find(
    (definition): definition is FragmentDefinitionNode =>
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
  );
  if (!found) throw new Error(`The document has no fragment ${name}`);
  return found;
}

/** The field of that name below the root of a document. */
export function fieldBelow({ root, field, schema }: Operation, name: string): Pick<Operation, 'root' | 'field'> {
  const type = schema.getType(getNamedType(field.type).name) as GraphQLObjectType;
  const found = root.selectionSet?.selections.find(
    (selection): selection is FieldNode => selection.kind === Kind.FIELD && selection.name.value === name,
  );
  const known = type.getFields()[name];
  if (!found || !known) throw new Error(`The document does not select ${name} below ${root.name.value}`);
  return { root: found, field: known };
}

/** The shape of the object in a mutation's payload: its first field besides `__typename`. */
export function payloadShape(operation: Operation): { shape: z.ZodType } {
  const member = operation.root.selectionSet?.selections.find(
    (selection): selection is InlineFragmentNode =>
      selection.kind === Kind.INLINE_FRAGMENT && selection.typeCondition?.name.value.endsWith('Payload') === true,
  );
  const type = operation.schema.getType(member?.typeCondition?.name.value ?? '') as GraphQLObjectType | undefined;
  if (!member || !type) throw new Error(`The document selects no payload: ${operation.text}`);
  const [shape] = Object.values(fieldsOf(operation, type, member.selectionSet));
  return { shape: shape as z.ZodType };
}

import { z } from '@hono/zod-openapi';
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { inputLeaf } from './scalars.ts';

export type Fields = Record<string, z.ZodType>;

const byName = new Map<string, z.ZodType>();

/** The shape of an argument or input field: unless required, it may be omitted or null. */
export function inputShape(type: GraphQLInputType): z.ZodType {
  if (!isNonNullType(type)) return required(type).nullish();
  return required(type.ofType);
}

function required(type: GraphQLInputType): z.ZodType {
  if (isNonNullType(type)) return required(type.ofType);
  if (isListType(type)) return z.array(inputShape(type.ofType));
  if (!isInputObjectType(type)) return inputLeaf(type);
  const known = byName.get(type.name);
  if (known) return known;
  const shape = z.strictObject(inputFields(type)).openapi(type.name);
  byName.set(type.name, shape);
  return shape;
}

/** A field with a default may be omitted as well. */
export const inputFields = (type: GraphQLInputObjectType, leftOut: readonly string[] = []): Fields =>
  Object.fromEntries(
    Object.values(type.getFields())
      .filter(({ name }) => !leftOut.includes(name))
      .map(({ name, type: fieldType, defaultValue, description }) => {
        const shape = inputShape(fieldType);
        const optional = defaultValue === undefined ? shape : shape.optional();
        return [name, optional.openapi(description ? { description } : {})];
      }),
  );

import { type GraphQLOutputType, getNamedType, isObjectType, isUnionType } from 'graphql';

/** Whether a run is among what a field returns: itself, in its payload, or in a list's pages. */
export function hasRun(returned: GraphQLOutputType, depth = 3): boolean {
  const type = getNamedType(returned);
  if (type.name === 'WorkflowRun' || type.name === 'Node') return true;
  if (isUnionType(type)) return type.getTypes().some((member) => hasRun(member, depth));
  if (!isObjectType(type) || depth === 0) return false;
  if (type.getInterfaces().some(({ name }) => name === 'WorkflowRun')) return true;
  return Object.values(type.getFields()).some((field) => hasRun(field.type, depth - 1));
}

import { GraphQLError, type GraphQLSchema, isScalarType, isSpecifiedScalarType } from 'graphql';

/** Adds the location of an invalid literal to its error; an error thrown by a scalar has none. */
export function withLiteralsLocated(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isScalarType(type) || isSpecifiedScalarType(type)) continue;
    const parse = type.parseLiteral.bind(type);
    type.parseLiteral = (node, variables) => {
      try {
        return parse(node, variables);
      } catch (error) {
        if (!(error instanceof GraphQLError) || error.nodes) throw error;
        throw new GraphQLError(error.message, { nodes: node, extensions: error.extensions });
      }
    };
  }
  return schema;
}

import { type DocumentNode, GraphQLError, NoSchemaIntrospectionCustomRule, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Access } from '../auth/access.ts';
import type { GatewayContext } from './context.ts';
import { documentsFrom } from './documents.ts';
import { withoutHint } from './error-masking.ts';
import { withinLimits } from './limits/document.ts';
import type { Limits } from './limits/limits.ts';

/** Which documents are executed at all: trusted ones, where that is asked for, and none beyond the limits. */
export function admission({ trustedDocuments, introspection }: Access, limits: Limits): Plugin<GatewayContext> {
  const documentOf = documentsFrom(trustedDocuments);
  return {
    onParams: ({ params, setParams }) => {
      const query = documentOf(params);
      if (query !== undefined) setParams({ ...params, query });
    },
    onParse: ({ setParseFn }) => setParseFn((source: string) => parsed(source, limits.tokens)),
    onValidate: ({ addValidationRule }) => {
      addValidationRule(withinLimits(limits));
      if (!introspection) addValidationRule(NoSchemaIntrospectionCustomRule);
      return ({ result, setResult, valid }) => {
        if (!valid) setResult(result.map((error) => validationError(error as GraphQLError, introspection)));
      };
    },
  };
}

function parsed(source: string, maxTokens: number): DocumentNode {
  try {
    return parse(source, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) Object.assign(error.extensions, notGraphql);
    throw error;
  }
}

const notGraphql = { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400, spec: true } };

/** Where the schema is not told, neither is which of its fields a wrong one resembles. */
const validationError = (error: GraphQLError, introspection: boolean): GraphQLError => {
  const { message, nodes = null, extensions } = introspection ? error : withoutHint(error);
  return new GraphQLError(message, { nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED', ...extensions } });
};

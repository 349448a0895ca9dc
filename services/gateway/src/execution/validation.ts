import { type DocumentNode, GraphQLError, NoSchemaIntrospectionCustomRule, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Access } from '../auth/access.ts';
import type { GatewayContext } from './context.ts';
import { createDocumentReader } from './documents.ts';
import { withoutSuggestion } from './error-masking.ts';
import { withinLimits } from './limits/document.ts';
import { withLimit } from './limits/error-limit.ts';
import type { Limits } from './limits/limits.ts';

/** Validates documents: none beyond the limits, and only trusted ones if the gateway has any. */
export function createValidation({ trustedDocuments, introspection }: Access, limits: Limits): Plugin<GatewayContext> {
  const documentOf = createDocumentReader(trustedDocuments);
  return {
    onParams: ({ params, setParams }) => {
      const query = documentOf(params);
      if (query !== undefined) setParams({ ...params, query });
    },
    onParse: ({ setParseFn }) => setParseFn((source: string) => parseWithin(source, limits.tokens)),
    onValidate: ({ addValidationRule }) => {
      addValidationRule(withinLimits(limits));
      if (!introspection) addValidationRule(NoSchemaIntrospectionCustomRule);
      return ({ result, setResult, valid }) => {
        if (!valid) setResult(result.map((error) => validationError(error as GraphQLError, introspection)));
      };
    },
  };
}

function parseWithin(source: string, maxTokens: number): DocumentNode {
  try {
    return parse(source, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) Object.assign(error.extensions, notGraphql);
    throw error;
  }
}

const notGraphql = { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400, spec: true } };

/** Without introspection, errors suggest no names of the schema either. */
const validationError = (error: GraphQLError, introspection: boolean): GraphQLError => {
  const { message, nodes = null, extensions } = introspection ? error : withoutSuggestion(error);
  return new GraphQLError(withLimit(message), {
    nodes,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', ...extensions },
  });
};

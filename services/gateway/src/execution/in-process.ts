import { refusalByRole } from '@waybill/graphql';
import type { Log } from '@waybill/platform';
import type { ExecutionResult, GraphQLError, GraphQLField } from 'graphql';
import type { Session } from '../auth/session.ts';
import type { ServerContext } from './context.ts';
import { maskThrown, type ObserveFault } from './error-masking.ts';
import { variablesRefusal } from './limits/input.ts';
import { isPrepared, type Prepared, prepare } from './prepare.ts';
import type { ResultStream } from './result-stream.ts';
import type { Operations } from './yoga.ts';

export type Variables = Record<string, unknown>;

/** A subscription's results and its reader; or why there is none. */
export type Followed = { stream: ResultStream; session: Session } | ExecutionResult;

type InProcessOptions = { operations: Operations; log: Log; observeFault?: ObserveFault | undefined };

export type InProcess = {
  /**
   * Why the sender may not select this field, whatever its arguments; undefined if it may, or if it depends on them.
   */
  refusalOf: (field: GraphQLField<unknown, unknown>, context: ServerContext) => Promise<GraphQLError | undefined>;
  run: (document: string, variables: Variables, context: ServerContext) => Promise<ExecutionResult>;
  follow: (document: string, variables: Variables, context: ServerContext) => Promise<Followed>;
};

/**
 * Executes the gateway's own documents for a request without one, with the rights, cost and limits of its sender, as if
 * the document had been posted. They also run where only trusted documents are allowed.
 */
export function createInProcess({ operations, log, observeFault }: InProcessOptions): InProcess {
  const prepared = async (query: string, variables: Variables, context: ServerContext) => {
    const refused = variablesRefusal(variables);
    if (refused) throw refused;
    return prepare(operations, { query, variables }, context);
  };
  const masked = <T>(work: () => Promise<T>, { correlationId }: ServerContext): Promise<T | ExecutionResult> =>
    work().catch((error: unknown) => ({ errors: [maskThrown(error, { correlationId, log, observeFault })] }));

  return {
    refusalOf: async (field, context) => {
      const judged = async () => {
        const refused = refusalByRole(field, (await context.authenticate()).viewer);
        return refused ? { errors: [refused] } : {};
      };
      return (await masked<ExecutionResult>(judged, context)).errors?.[0];
    },

    run: (document, variables, context) =>
      masked(async () => {
        const operation = await prepared(document, variables, context);
        return isPrepared(operation)
          ? ((await operation.execute(operation)) as ExecutionResult)
          : { errors: operation };
      }, context),

    follow: (document, variables, context) =>
      masked(async () => {
        const operation = await prepared(document, variables, context);
        return isPrepared(operation) ? followed(operation) : { errors: operation };
      }, context),
  };
}

async function followed(operation: Prepared): Promise<Followed> {
  const result = (await operation.subscribe(operation)) as ResultStream | ExecutionResult;
  return Symbol.asyncIterator in result ? { stream: result, session: operation.contextValue.session } : result;
}

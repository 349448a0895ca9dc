import type { Log } from '@waybill/platform';
import { type ExecutionArgs, getOperationAST, Kind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GatewayContext } from './context.ts';

/** One line an operation: who asked for what, and the correlation id under which it is found in every other log. */
export function telling(log: Log): Plugin<GatewayContext> {
  const tell = ({ document, operationName, contextValue }: ExecutionArgs) => {
    const { correlationId, viewer } = contextValue as GatewayContext;
    const operation = getOperationAST(document, operationName);
    const fields = operation?.selectionSet.selections.flatMap((it) => (it.kind === Kind.FIELD ? it.name.value : []));
    log.info({ correlationId, viewer: viewer?.id, operation: operation?.operation, fields }, 'an operation');
  };
  return { onExecute: ({ args }) => tell(args), onSubscribe: ({ args }) => tell(args) };
}

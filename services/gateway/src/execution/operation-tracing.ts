import { isTracing, traced } from '@waybill/tracing';
import { type ExecutionArgs, getOperationAST, Kind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GatewayContext } from './context.ts';

/** What makes spans of operations; nothing where there are no traces. */
export const operationTracing = (): Plugin<GatewayContext>[] => (isTracing() ? [plugin] : []);

/** Each query and each mutation as a span with which a trace begins: a trace that a client names is not gone on with. */
const plugin: Plugin<GatewayContext> = {
  onExecute: ({ args, executeFn, setExecuteFn }) =>
    setExecuteFn((given) => traced(spanOf(args), async () => executeFn(given))),
};

function spanOf({ document, operationName }: ExecutionArgs) {
  const operation = getOperationAST(document, operationName);
  const type = operation?.operation ?? 'query';
  const [first] = operation?.selectionSet.selections ?? [];
  const name = first?.kind === Kind.FIELD ? `${type} ${first.name.value}` : type;
  return { name, kind: 'server' as const, attributes: { 'graphql.operation.type': type } };
}

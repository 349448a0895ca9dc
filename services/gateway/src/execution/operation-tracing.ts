import { beginTrace, isTracing } from '@waybill/tracing';
import { type ExecutionArgs, getOperationAST, Kind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GatewayContext } from './context.ts';

/** Creates spans of operations, if tracing is on. */
export const operationTracing = (): Plugin<GatewayContext>[] => (isTracing() ? [plugin] : []);

/** Each query and mutation begins a trace: a client's own trace is not continued. */
const plugin: Plugin<GatewayContext> = {
  onExecute: ({ args, executeFn, setExecuteFn, context }) => {
    const root = beginTrace();
    context.trace.root = root;
    if (root.isRecorded) setExecuteFn((given) => root.record(spanOf(args), async () => executeFn(given)));
  },
};

function spanOf({ document, operationName }: ExecutionArgs) {
  const operation = getOperationAST(document, operationName);
  const type = operation?.operation ?? 'query';
  const [first] = operation?.selectionSet.selections ?? [];
  const name = first?.kind === Kind.FIELD ? `${type} ${first.name.value}` : type;
  return { name, kind: 'server' as const, attributes: { 'graphql.operation.type': type } };
}

import { OrderId } from '@waybill/contracts';
import type { Log } from '@waybill/platform';
import { type ExecutionArgs, getOperationAST, Kind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GatewayContext } from './context.ts';

/** Called for each root field of an operation, with the type of the operation. */
export type ObserveOperation = (type: string, field: string) => void;

/** Logs one line for each operation: its viewer, its root fields, and the correlation id that every other log has too. */
export function createOperationLog(log: Log, observe?: ObserveOperation): Plugin<GatewayContext> {
  const write = ({ document, operationName, contextValue, variableValues }: ExecutionArgs) => {
    const { correlationId, viewer } = contextValue as GatewayContext;
    const operation = getOperationAST(document, operationName);
    const fields = operation?.selectionSet.selections.flatMap((it) => (it.kind === Kind.FIELD ? it.name.value : []));
    if (operation) for (const field of fields ?? []) observe?.(operation.operation, field);
    const orderId = orderIdIn(variableValues);
    log.info({ correlationId, viewer: viewer?.id, operation: operation?.operation, fields, orderId }, 'an operation');
  };
  return { onExecute: ({ args }) => write(args), onSubscribe: ({ args }) => write(args) };
}

/** The order that an operation is about, where its variables say so; a variable may say anything. */
function orderIdIn(variables: ExecutionArgs['variableValues']): string | undefined {
  const { orderId, id, input } = variables ?? {};
  const named = [orderId, id, input && typeof input === 'object' && 'orderId' in input && input.orderId];
  return named.find((each): each is string => OrderId.safeParse(each).success);
}

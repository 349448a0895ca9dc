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
  if (!variables) return undefined;
  const { orderId, id, input } = variables;
  return isOrderId(orderId) ? orderId : isOrderId(id) ? id : orderIdOf(input);
}

const orderIdOf = (input: unknown): string | undefined =>
  typeof input === 'object' && input !== null && 'orderId' in input && isOrderId(input.orderId)
    ? input.orderId
    : undefined;

/** Zod builds an error for what it refuses, which costs more than the rest of a query's log. */
const isOrderId = (value: unknown): value is string => typeof value === 'string' && OrderId.safeParse(value).success;

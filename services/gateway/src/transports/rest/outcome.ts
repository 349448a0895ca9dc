import type { FieldProblem } from '@waybill/contracts';
import type { ExecutionResult } from 'graphql';
import { problemReply, replyToError, statusOf } from './problems.ts';
import type { Call, Reply } from './route.ts';
import type { Operation } from './shapes/operation.ts';

/** The response of a route for the result of its document. */
export type Outcome =
  | { kind: 'done'; value: Record<string, unknown> }
  | { kind: 'pending'; commandId: string }
  | { kind: 'refused'; reply: Reply };

export function outcomeOf(operation: Operation, { data, errors }: ExecutionResult, call: Call): Outcome {
  const [error] = errors ?? [];
  if (error) return { kind: 'refused', reply: replyToError(error, call) };
  const value = data?.[operation.root.alias?.value ?? operation.root.name.value] as Record<string, unknown> | null;
  if (!value) return { kind: 'refused', reply: nothingThere(operation, call) };
  const typename = operation.kind === 'mutation' ? String(value.__typename) : 'Payload';
  if (typename.endsWith('Payload')) return { kind: 'done', value };
  if (value.code === 'VERDICT_PENDING') return { kind: 'pending', commandId: String(value.commandId) };
  return { kind: 'refused', reply: replyToRefusal(value as Refusal, call) };
}

/** The error type of a mutation's result. */
type Refusal = {
  __typename: string;
  code: string;
  message: string;
  status?: string;
  fields?: FieldProblem[];
  keyReused?: boolean;
};

function replyToRefusal({ __typename, code, message, status, fields, keyReused, ...rest }: Refusal, call: Call): Reply {
  const ofKeyInHeader = keyReused !== false && call.header('idempotency-key') !== undefined;
  const about = { ...rest, ...(status === undefined ? {} : { currentStatus: status }) };
  return problemReply(statusOf(code, ofKeyInHeader), { code, message, fields }, call, about);
}

/** Null means not found, or unavailable. */
function nothingThere({ field }: Operation, call: Call): Reply {
  const id = Object.values(call.params)[0];
  if (field.name.startsWith('order'))
    return problemReply(404, { code: 'ORDER_NOT_FOUND', message: `There is no order ${id}` }, call);
  if (field.name.startsWith('workflowRun'))
    return problemReply(404, { code: 'RUN_NOT_FOUND', message: `There is no run ${id}` }, call);
  const reply = problemReply(
    503,
    { code: 'SERVICE_UNAVAILABLE', message: 'A required service is temporarily unavailable: try again later' },
    call,
  );
  return { ...reply, headers: { ...reply.headers, 'retry-after': '5' } };
}

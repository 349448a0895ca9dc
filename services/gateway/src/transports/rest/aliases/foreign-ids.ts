import { setTimeout as pause } from 'node:timers/promises';
import { OrderDocument, RunDocument, RunsDocument, ViewerDocument } from '@waybill/client';
import { runIdOfKey } from '@waybill/orders-client';
import { problemReply } from '../problems.ts';
import type { Answer, Call, Tools } from '../route.ts';

const orderPrefixes = ['order-fulfillment-', 'order-workflow-', 'order-'];
const payment = 'payment-';
const userContext = 'user-context-';

/** Workflow ids of other systems, translated to ours if no order or run has exactly that id. */
export const withWorkflowId = (of: 'order' | 'run', answer: Answer): Answer =>
  of === 'order' ? withWorkflowIdOfOrder(answer) : withWorkflowIdOfRun(answer);

/** An id that names one order directly and another by its workflow is ambiguous, and refused. */
const withWorkflowIdOfOrder =
  (answer: Answer): Answer =>
  async (call, tools) => {
    const requested = call.params.id ?? '';
    const id = orderIdIn(requested);
    if (id === undefined || !(await isOrder(id, call, tools))) return answer(call, tools);
    if (!(await isOrder(requested, call, tools))) return answer({ ...call, params: { ...call.params, id } }, tools);
    const message = `names two orders: ${requested}, and ${id} by its workflow. Ask for /api/v1/orders/{id}`;
    return problemReply(
      400,
      { code: 'INVALID_INPUT', message: `id ${message}`, fields: [{ path: ['id'], message }] },
      call,
    );
  };

async function isOrder(id: string, { context }: Call, { run }: Tools): Promise<boolean> {
  const { data } = await run(OrderDocument, { id }, context);
  return Boolean(data?.order);
}

const withWorkflowIdOfRun =
  (answer: Answer): Answer =>
  async (call, tools) => {
    const reply = await answer(call, tools);
    if (reply instanceof Response || reply.status !== 404) return reply;
    const id = await runIdOf(call.params.id ?? '', call, tools);
    return id === undefined ? reply : answer({ ...call, params: { ...call.params, id } }, tools);
  };

/** The order's id in the id of a workflow. */
export function orderIdIn(id: string): string | undefined {
  const prefix = orderPrefixes.find((known) => id.startsWith(known));
  return prefix && id.slice(prefix.length);
}

async function runIdOf(id: string, call: Call, tools: Tools): Promise<string | undefined> {
  if (id.startsWith(payment)) return paymentOf(id, call, tools);
  if (!id.startsWith(userContext)) return undefined;
  return (await userContextsOf(id.slice(userContext.length), call, tools))[0];
}

/** The run of a payment, of those that the sender may see: the one that is called so, or the one that the sender started by that key. */
async function paymentOf(id: string, call: Call, tools: Tools): Promise<string | undefined> {
  if (await isPaymentOf(`RUN-${id}`, id, call, tools)) return `RUN-${id}`;
  const { data } = await tools.run(ViewerDocument, {}, call.context);
  const viewer = data?.viewer as { id: string } | undefined;
  const own = viewer && runIdOfKey('PAYMENT', viewer.id, id);
  return own && (await isPaymentOf(own, id, call, tools)) ? own : undefined;
}

/** Whether a run is what a workflow's id says: the payment of its order. */
export async function isPaymentOf(runId: string, id: string, { context }: Call, { run }: Tools): Promise<boolean> {
  const { data } = await run(RunDocument, { id: runId }, context);
  return (data?.workflowRun as { orderId?: string } | null)?.orderId === id.slice(payment.length);
}

/** The newest runs of a user, as far as the order book knows them. */
async function userContextsOf(userId: string, { context }: Call, { run }: Tools): Promise<string[]> {
  const { data } = await run(RunsDocument, { kind: ['USER_CONTEXT'], userId, first: 10 }, context);
  const { nodes } = (data?.workflowRuns ?? { nodes: [] }) as { nodes: { id: string }[] };
  return nodes.map(({ id }) => id);
}

const longestWaitMs = 2_000;
const betweenLooksMs = 50;

/** Resolves when the user's id leads to the run that was just started; at the latest after a time limit. */
export async function untilListed({ id, userId }: Record<string, unknown>, call: Call, tools: Tools): Promise<void> {
  const signal = AbortSignal.any([call.signal(), AbortSignal.timeout(longestWaitMs)]);
  while (!signal.aborted && !(await userContextsOf(String(userId), call, tools)).includes(String(id)))
    await pause(betweenLooksMs, undefined, { signal }).catch(() => undefined);
}

export const isPaymentId = (id = ''): boolean => id.startsWith(payment);
export const workflowIdOfPayment = (orderId: string): string => `${payment}${orderId}`;
export const workflowIdOfUserContext = (userId: string): string => `${userContext}${userId}`;

import { setTimeout as pause } from 'node:timers/promises';
import { RunsDocument } from '@waybill/client';
import type { Answer, Call, Tools } from '../route.ts';

const orderPrefixes = ['order-fulfillment-', 'order-workflow-', 'order-'];
const payment = 'payment-';
const userContext = 'user-context-';

/** Workflow ids of other systems, taken for ours where no order or run of that very id is found. */
export const withWorkflowId =
  (of: 'order' | 'run', answer: Answer): Answer =>
  async (call, tools) => {
    const reply = await answer(call, tools);
    if (reply instanceof Response || reply.status !== 404) return reply;
    const given = call.params.id ?? '';
    const id = of === 'order' ? orderIdIn(given) : await runIdOf(given, call, tools);
    return id === undefined ? reply : answer({ ...call, params: { ...call.params, id } }, tools);
  };

function orderIdIn(id: string): string | undefined {
  const prefix = orderPrefixes.find((known) => id.startsWith(known));
  return prefix && id.slice(prefix.length);
}

async function runIdOf(id: string, call: Call, tools: Tools): Promise<string | undefined> {
  if (id.startsWith(payment)) return `RUN-${id}`;
  if (!id.startsWith(userContext)) return undefined;
  return (await userContextsOf(id.slice(userContext.length), call, tools))[0];
}

/** The newest runs of a user, as far as the order book knows them. */
async function userContextsOf(userId: string, { context }: Call, { run }: Tools): Promise<string[]> {
  const { data } = await run(RunsDocument, { kind: ['USER_CONTEXT'], userId, first: 10 }, context);
  const { nodes } = (data?.workflowRuns ?? { nodes: [] }) as { nodes: { id: string }[] };
  return nodes.map(({ id }) => id);
}

const longestWaitMs = 2_000;
const betweenLooksMs = 50;

/** Resolves when a run that was just started is what its user's id names; at the latest after a while. */
export async function untilListed({ id, userId }: Record<string, unknown>, call: Call, tools: Tools): Promise<void> {
  const signal = AbortSignal.any([call.signal(), AbortSignal.timeout(longestWaitMs)]);
  while (!signal.aborted && !(await userContextsOf(String(userId), call, tools)).includes(String(id)))
    await pause(betweenLooksMs, undefined, { signal }).catch(() => undefined);
}

export const isPaymentId = (id = ''): boolean => id.startsWith(payment);
export const workflowIdOfPayment = (orderId: string): string => `${payment}${orderId}`;
export const workflowIdOfUserContext = (userId: string): string => `${userContext}${userId}`;

import type { OrderState, RunState } from '@waybill/contracts/domain';
import { runningContext, tracedSince } from '@waybill/tracing';
import type { Entry } from '../domain/journal.ts';

type Steps = (OrderState | RunState)['steps'];

const ends: readonly string[] = ['STEP_COMPLETED', 'STEP_FAILED', 'STEP_CANCELLED'];

/** Records each step that these entries end as a span of the write's trace: a workflow creates no spans, because it is replayed. */
export function traceSteps(steps: Steps, entries: readonly Entry[]): void {
  if (!runningContext()) return;
  for (const { type, step, at } of entries.filter((entry) => ends.includes(entry.type))) {
    const endedAt = Date.parse(at);
    const startedAt = Date.parse(startOf(`${step}`, steps, entries) ?? at);
    const options = { name: `step ${step}`, attributes: { 'waybill.step': `${step}` } };
    tracedSince(Math.min(startedAt, endedAt), options, type === 'STEP_FAILED', endedAt);
  }
}

/** If a later attempt is running already, the state has the times of that one. */
const startOf = (name: string, steps: Steps, entries: readonly Entry[]): string | null | undefined =>
  entries.find(({ type, step }) => type === 'STEP_STARTED' && step === name)?.at ??
  steps.find((step) => step.name === name)?.startedAt;

import { defaultPayloadConverter, type Headers, type WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { traceHeader } from '@waybill/contracts/domain';

/** The trace that this workflow was started in; each workflow has this module for itself. */
let trace: Headers = {};

/** The same for what is told beside the history. */
export function runningTrace(): Record<string, string> | undefined {
  const { [traceHeader]: payload } = trace;
  return payload && defaultPayloadConverter.fromPayload<Record<string, string>>(payload);
}

const onward = <Input extends { readonly headers: Headers }>(input: Input): Input => ({
  ...input,
  headers: { ...trace, ...input.headers },
});

/**
 * Passes the trace on to whatever the workflow calls. It copies a header, in the same turn: with a span or a promise of its own
 * here, a history would not replay as it was recorded without.
 */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  inbound: [
    {
      execute: (input, next) => {
        const { [traceHeader]: given } = input.headers;
        trace = given ? { [traceHeader]: given } : {};
        return next(input);
      },
    },
  ],
  outbound: [
    {
      scheduleActivity: (input, next) => next(onward(input)),
      scheduleLocalActivity: (input, next) => next(onward(input)),
      startChildWorkflowExecution: (input, next) => next(onward(input)),
      continueAsNew: (input, next) => next(onward(input)),
    },
  ],
});

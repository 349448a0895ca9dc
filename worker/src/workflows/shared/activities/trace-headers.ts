import { defaultPayloadConverter, type Headers, type WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { traceHeader } from '@waybill/contracts/domain';

/** The trace in which this workflow was started; each workflow has its own instance of this module. */
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
 * Passes the trace on to everything that the workflow calls, by copying a header synchronously: a promise here would
 * change the sequence of events, and recorded histories would not replay.
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

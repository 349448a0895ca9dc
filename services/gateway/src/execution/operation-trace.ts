import type { Root } from '@waybill/tracing';

/** The trace of an operation, once it is executed; none without tracing, and for subscriptions. */
export type OperationTrace = { root?: Root };

/** Makes a call as part of the operation's trace. */
export const inTrace = <T>({ root }: OperationTrace, call: () => T): T => (root ? root.within(call) : call());

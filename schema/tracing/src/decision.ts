import { type Context, createContextKey, ROOT_CONTEXT } from '@opentelemetry/api';

const key = createContextKey('whether a trace that begins here is recorded');

/** Where a trace begins that is recorded, and one that is not. */
export const recorded = ROOT_CONTEXT.setValue(key, true);
export const notRecorded = ROOT_CONTEXT.setValue(key, false);

/** What was decided about a trace that begins in this context; undefined if nothing was. */
export const decisionIn = (context: Context): boolean | undefined => context.getValue(key) as boolean | undefined;

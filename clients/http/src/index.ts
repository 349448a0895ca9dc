export { type Call, type Caller, type CallerSettings, type CallOptions, caller } from './call.ts';
export { Refused, Unavailable } from './errors.ts';

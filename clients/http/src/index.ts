export { type Call, type Caller, type CallerSettings, type CallOptions, caller } from './call.ts';
export { Refused, Unavailable, Unreachable } from './errors.ts';

export { type Call, type Caller, type CallerSettings, type CallOptions, createCaller } from './call.ts';
export { Refused, Unauthorized, Unavailable, Unreachable } from './errors.ts';
export { queryOf } from './query.ts';

import type { CallOptions } from '@waybill/http-client';

export type Operation =
  | 'authorize'
  | 'capture'
  | 'release'
  | 'refund'
  | 'reserve'
  | 'release stock'
  | 'prepare'
  | 'label'
  | 'dispatch'
  | 'cancel label'
  | 'cancel shipment'
  | 'notify'
  | 'profile'
  | 'recommend'
  | 'check';

/** What a run calls. */
export type RunOperation =
  | Extract<Operation, 'authorize' | 'capture' | 'release' | 'refund'>
  | 'location'
  | 'weather'
  | 'cat fact'
  | 'catalogue'
  | 'greet'
  | 'place';

/** Does what the script says about a call; `effect` is what there is to be done. */
export type Does<Called = Operation> = <T>(
  operation: Called,
  call: CallOptions | undefined,
  effect: () => T,
) => Promise<T>;

import type { ProviderRefusal } from '@waybill/contracts/domain';
import { Refused, Unavailable } from '@waybill/http-client';

/** What a provider does with one call. */
export type Turn =
  | { kind: 'works' }
  | { kind: 'refuses'; code: ProviderRefusal }
  /** Nothing happens, and an error comes back. */
  | { kind: 'fails' }
  /** It happens, and the answer is lost. */
  | { kind: 'loses its reply' }
  /** Nothing happens, and nothing comes back until the caller gives up. */
  | { kind: 'hangs' }
  /** Waits for the test, then works. */
  | { kind: 'waits'; gate: Promise<void> }
  /** Waits for the test, then works, even for a caller who has left. */
  | { kind: 'works late'; gate: Promise<void> }
  /** Nothing comes back until the caller gives up, and it happens when the test says so. */
  | { kind: 'arrives late'; gate: Promise<void> };

export const works: Turn = { kind: 'works' };
export const fails: Turn = { kind: 'fails' };
export const hangs: Turn = { kind: 'hangs' };
export const losesItsReply: Turn = { kind: 'loses its reply' };
export const refuses = (code: ProviderRefusal): Turn => ({ kind: 'refuses', code });

/** A turn that is taken only when `open` is called, and a promise that the call has come. */
export function gate(kind: 'waits' | 'works late' | 'arrives late' = 'waits'): { turn: Turn; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { turn: { kind, gate: opened }, open };
}

/** Takes one turn of a call: `effect` is what the provider does when it does something. */
export async function take<T>(turn: Turn, effect: () => T, signal: AbortSignal | undefined): Promise<T> {
  switch (turn.kind) {
    case 'works':
      return effect();
    case 'refuses':
      throw new Refused(turn.code, `scripted: ${turn.code}`);
    case 'fails':
      throw new Unavailable('scripted: 503');
    case 'loses its reply':
      effect();
      throw new Unavailable('scripted: the reply was lost');
    case 'waits':
      await Promise.race([turn.gate, callerLeaves(signal)]);
      return effect();
    case 'works late':
      await turn.gate;
      return effect();
    case 'arrives late':
      turn.gate.then(effect).catch(() => undefined); // a provider that refuses has nobody left to tell
      return callerLeaves(signal);
    case 'hangs':
      return callerLeaves(signal);
  }
}

const callerLeaves = (signal: AbortSignal | undefined) =>
  new Promise<never>((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

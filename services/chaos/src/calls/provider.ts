import type { Desk } from './desk.ts';
import type { Door } from './door.ts';

/** What every context is made from. */
export type Provider = {
  door: <UseCases>(wire: (desk: Desk) => UseCases) => Door<UseCases>;
  now: () => Date;
  newId: () => string;
  /** Services that are asked instead of making something up. */
  sources: {
    customers?: string | undefined;
    location?: string | undefined;
    weather?: string | undefined;
    catFact?: string | undefined;
  };
  /** Waits until a moment; rejects when the signal says that nobody waits any more. */
  until: (moment: Date, gone: AbortSignal) => Promise<void>;
};

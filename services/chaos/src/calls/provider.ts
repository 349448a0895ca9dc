import type { Handlers } from './handlers.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What every context is made from. */
export type Provider = {
  handlers: <UseCases>(wire: (desk: UnitOfWork) => UseCases) => Handlers<UseCases>;
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

import type { Handlers } from './handlers.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** The dependencies of every context. */
export type Provider = {
  handlers: <UseCases>(wire: (desk: UnitOfWork) => UseCases) => Handlers<UseCases>;
  now: () => Date;
  newId: () => string;
  /** Real services to use; those without an address are simulated. */
  sources: {
    customers?: string | undefined;
    location?: string | undefined;
    weather?: string | undefined;
    catFact?: string | undefined;
  };
  /** Waits until a point in time; rejects when the signal is aborted. */
  until: (moment: Date, gone: AbortSignal) => Promise<void>;
};

import type { UserContextPort } from '@waybill/graphql';
import { type ContextProviders, createParts } from './parts.ts';
import { strategies } from './strategies.ts';

/** The time limit of all parts together. */
const withinMs = 5_000;

/** Gathers the context of a user, without a workflow. */
export const createUserContextPort =
  (providers: ContextProviders, deadlineMs = withinMs) =>
  (correlationId: string): UserContextPort => ({
    gather: (userId, strategy) =>
      strategies[strategy](
        createParts(providers, { userId, correlationId, deadline: AbortSignal.timeout(deadlineMs) }),
      ),
  });

import { ChaosDistribution } from '@waybill/contracts';
import { router } from '@waybill/platform';
import { z } from 'zod';
import { get } from '../http/endpoint.ts';
import type { Ledger } from './draws.ts';
import { describedSettings } from './settings.ts';

/** `GET /distribution`: the outcome probabilities of a provider's calls, and the outcomes so far. */
export function createDistributionRoutes(domain: string, ledger: Ledger) {
  const app = router();
  const endpoint = {
    path: '/distribution',
    summary: 'Get the outcome probabilities and counts of this provider',
    parameters: z.object({}),
    response: ChaosDistribution,
  };
  get(app, endpoint, async (_request, c) => {
    const { operations, ...settings } = describedSettings(await ledger.settings());
    const counts = await ledger.counts();
    return c.json({
      ...settings,
      operations: operations
        .filter(({ operation }) => operation.startsWith(`${domain}.`))
        .map((planned) => ({
          ...planned,
          drawn: counts
            .filter(({ operation }) => operation === planned.operation)
            .map(({ outcome, calls }) => ({ outcome, calls })),
        })),
    });
  });
  return app;
}

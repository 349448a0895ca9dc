import { ChaosDistribution } from '@waybill/contracts';
import { router } from '@waybill/platform';
import { get } from '../calls/endpoint.ts';
import type { Ledger } from './ledger.ts';
import { describedSettings } from './settings.ts';

/** `GET /distribution`: what may become of the calls of a domain, and what became of those so far. */
export function distribution(domain: string, ledger: Ledger) {
  const app = router();
  get(app, '/distribution', 'What becomes of the calls of this domain', ChaosDistribution, async (_request, c) => {
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

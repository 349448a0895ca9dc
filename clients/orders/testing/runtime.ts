import { DefaultLogger, Runtime } from '@temporalio/worker';

/** What the workers of tests tell of: errors. */
export const logger = new DefaultLogger('ERROR');

Runtime.install({
  logger,
  shutdownSignals: [],
  telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
});

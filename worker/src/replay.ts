import { Client, Connection } from '@temporalio/client';
import { Runtime } from '@temporalio/worker';
import { dataConverterFrom, engineConnectionFrom } from '@waybill/orders-client';
import { runCommand, settingsOf } from '@waybill/platform';
import { workflowBundleFrom } from './assembly/workflow-bundle.ts';
import { replayOpen } from './replay-open.ts';
import { engineLog } from './telemetry/engine-log.ts';

/**
 * `node worker/src/replay.ts` replays the open workflows of the engine with the code of this build, and exits with 1 if
 * one of them would take another way: such a build must not receive orders.
 */
const { settings, log } = settingsOf('worker');

await runCommand(log, async () => {
  Runtime.install({
    logger: engineLog(log),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
  });
  const converting = dataConverterFrom(settings);
  const connection = await Connection.connect(engineConnectionFrom(settings));
  const client = new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE, ...converting });
  const workflowBundle = await workflowBundleFrom(settings, { logger: engineLog(log) });
  const { replayed, failed } = await replayOpen(client, { workflowBundle, ...converting });
  await connection.close();
  if (failed.length > 0)
    throw new Error(
      `This build takes another way than ${failed.length} of ${replayed} open workflows: ${listed(failed)}`,
    );
  log.info({ buildId: settings.WAYBILL_WORKER_BUILD_ID }, `each of ${replayed} open workflows replays`);
});

/** The ids of the first few. */
function listed(failed: readonly string[]): string {
  const most = 5;
  return failed.slice(0, most).join(', ') + (failed.length > most ? ', …' : '');
}

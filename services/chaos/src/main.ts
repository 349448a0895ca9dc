import { runService, settingsOf } from '@waybill/platform';
import { startChaos } from './index.ts';

const { settings, log } = settingsOf('chaos');

await runService(log, async () => {
  const { close } = await startChaos(settings);
  return { stop: close };
});

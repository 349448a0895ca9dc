import { openLog, readSettings, runService } from '@waybill/platform';
import { Settings, startChaos } from './index.ts';

await runService(openLog('chaos', process.env.LOG_LEVEL), async () => {
  const { close } = await startChaos(readSettings(Settings, process.env));
  return { stop: close };
});

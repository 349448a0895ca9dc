import { openLog, readSettings, runService } from '@waybill/platform';
import { Settings, startChaos } from '../src/index.ts';
import { forgetfulMemory } from './forgetful-memory.ts';

const log = openLog('forgetful chaos', process.env.LOG_LEVEL);

/** The providers as they must not be: whoever looks for double effects must find those that these make. */
await runService(log, async () => {
  if (process.env.NODE_ENV === 'production') throw new Error('Providers that forget are for tests only');
  const { close } = await startChaos(readSettings(Settings, process.env), forgetfulMemory);
  return { stop: close };
});

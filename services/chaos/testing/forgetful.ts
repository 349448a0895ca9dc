import { runService, settingsOf } from '@waybill/platform';
import { startChaos } from '../src/index.ts';
import { forgetfulMemory } from './forgetful-memory.ts';

const { settings, log } = settingsOf('chaos');

/** The providers as they must not be: whoever looks for double effects must find those that these make. */
await runService(log, async () => {
  if (settings.NODE_ENV === 'production') throw new Error('Providers that forget are for tests only');
  const { close } = await startChaos(settings, { memory: forgetfulMemory });
  return { stop: close };
});

import { runService, settingsOf } from '@waybill/platform';
import { startChaos } from '../src/index.ts';
import { forgetfulMemory } from './forgetful-memory.ts';

const { settings, log } = settingsOf('chaos');

/** Deliberately faulty providers: the search for double effects must find theirs. */
await runService(log, async () => {
  if (settings.NODE_ENV === 'production') throw new Error('Providers that forget are for tests only');
  const { close } = await startChaos(settings, { memory: forgetfulMemory });
  return { stop: close };
});

import { accessEffects } from './access.ts';
import { addressEffects } from './addresses.ts';
import { connectionEffects } from './connection.ts';
import type { Effects } from './effect.ts';
import { gatewayEffects } from './gateway.ts';
import { serviceTokenEffects } from './service-tokens.ts';
import { chaosEffects } from './services.ts';
import { sharedEffects } from './shared.ts';
import { stackEffects } from './stack.ts';
import { workerEffects } from './worker.ts';

export { stateDir } from './state-folder.ts';

/** Of every setting, what comes of it. */
export const effects: Effects = {
  ...sharedEffects,
  ...addressEffects,
  ...accessEffects,
  ...serviceTokenEffects,
  ...connectionEffects,
  ...gatewayEffects,
  ...chaosEffects,
  ...workerEffects,
  ...stackEffects,
};

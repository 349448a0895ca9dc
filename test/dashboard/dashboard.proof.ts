import { describe } from 'vitest';
import { noBrowser } from '../../services/gateway/test/support/chromium.ts';
import { busy } from './busy.ts';
import { choosing } from './choosing.ts';
import { deciding } from './deciding.ts';
import { hostile } from './hostile.ts';
import { interrupted } from './interrupted.ts';
import { killed } from './killed.ts';
import { looking } from './looking.ts';
import { operating } from './operating.ts';
import { signingIn } from './signing-in.ts';
import { openWorld } from './world.ts';

if (noBrowser) console.warn(`The dashboard in a browser: ${noBrowser}`);

/**
 * What is built for others is built with a browser: only a machine of one's own may do without. People come at the same time, as they
 * do; only a gateway that is killed is killed once at a time.
 */
describe.skipIf(noBrowser && !process.env.CI)('the dashboard of a whole system, in a real browser', () => {
  const world = openWorld();
  describe.concurrent('whoever looks', () => looking(world));
  describe.concurrent('whose gateway is killed', () => {
    describe.sequential('once at a time', () => killed(world));
  });
  describe.concurrent('who decides', () => deciding(world));
  describe.concurrent('who chooses among many', () => choosing(world));
  describe.concurrent('whoever has very many orders', () => busy(world));
  describe.concurrent('who operates', () => operating(world));
  describe.concurrent('whoever is interrupted', () => interrupted(world));
  describe.concurrent('whoever brings what nobody expects', () => hostile(world));
  describe.concurrent('who has no token yet', () => signingIn(world));
});

import { describe } from 'vitest';
import { noBrowser } from '../../services/gateway/test/support/chromium.ts';
import { busy } from './busy.ts';
import { choosing } from './choosing.ts';
import { deciding } from './deciding.ts';
import { faults } from './faults.ts';
import { hostile } from './hostile.ts';
import { interrupted } from './interrupted.ts';
import { killed } from './killed.ts';
import { looking } from './looking.ts';
import { operating } from './operating.ts';
import { refused } from './refused.ts';
import { returning } from './returning.ts';
import { signingIn } from './signing-in.ts';
import { upgraded } from './upgraded.ts';
import { openWorld } from './world.ts';

if (noBrowser) console.warn(`The dashboard in a browser: ${noBrowser}`);

/**
 * What is built for others is built with a browser: only a machine of one's own may do without. People come at the same
 * time, as they do; only a gateway that is killed is killed once at a time.
 */
describe.skipIf(noBrowser && !process.env.CI)('the dashboard of a whole system, in a real browser', () => {
  const world = openWorld();
  describe.concurrent('whoever looks', () => looking(world));
  describe.concurrent('whose gateway is killed', () => {
    describe.sequential('at one moment', () => killed(world));
  });
  describe.concurrent('who decides', () => deciding(world));
  describe.concurrent('for choosing among many', () => choosing(world));
  describe.concurrent('with very many orders', () => busy(world));
  describe.concurrent('who operates', () => operating(world));
  describe.concurrent('for an interrupted user', () => interrupted(world));
  describe.concurrent('for unexpected data', () => hostile(world));
  describe.concurrent('without a token', () => signingIn(world));
  describe.concurrent('with dialogs', () => returning(world));
  describe.concurrent('for refused input', () => refused(world));
  describe.concurrent('during an upgrade', () => upgraded(world));
  describe('for faults that affect everybody', () => faults(world));
});

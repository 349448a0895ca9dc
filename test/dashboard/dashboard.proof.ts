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

/** What is built for others is built with a browser: only a machine of one's own may do without. */
describe.skipIf(noBrowser && !process.env.CI)('the dashboard of a whole system, in a real browser', () => {
  const world = openWorld();
  describe('who decides', () => deciding(world));
  describe('who chooses among many', () => choosing(world));
  describe('whoever has very many orders', () => busy(world));
  describe('who operates', () => operating(world));
  describe('whoever is interrupted', () => interrupted(world));
  describe('whose gateway is killed', () => killed(world));
  describe('whoever brings what nobody expects', () => hostile(world));
  describe('who has no token yet', () => signingIn(world));
  describe('whoever looks', () => looking(world));
});

import { describe } from 'vitest';
import { noBrowser } from '../../services/gateway/test/support/chromium.ts';
import { busy } from './busy.ts';
import { choosing } from './choosing.ts';
import { compensating } from './compensating.ts';
import { openDashboardSystem } from './dashboard-system.ts';
import { decidedElsewhere } from './decided-elsewhere.ts';
import { deciding } from './deciding.ts';
import { faults } from './faults.ts';
import { testGatewayKills } from './gateway-kills.ts';
import { hostile } from './hostile.ts';
import { testInterruptions } from './interruptions.ts';
import { legible } from './legible.ts';
import { links } from './links.ts';
import { lists } from './lists.ts';
import { looking } from './looking.ts';
import { newOrder } from './new-order.ts';
import { operating } from './operating.ts';
import { providers } from './providers.ts';
import { queueKeys } from './queue-keys.ts';
import { testRefusals } from './refusals.ts';
import { returning } from './returning.ts';
import { signingIn } from './signing-in.ts';
import { testUpgrade } from './upgrade.ts';

if (noBrowser) console.warn(`The dashboard in a browser: ${noBrowser}`);

/**
 * What is built for others is built with a browser: only a machine of one's own may do without. People come at the same
 * time, as they do; only a gateway that is killed is killed once at a time.
 */
describe.skipIf(noBrowser && !process.env.CI)('the dashboard of a whole system, in a real browser', () => {
  const dashboard = openDashboardSystem();
  describe.concurrent('whoever looks', () => looking(dashboard));
  describe.concurrent('whose gateway is killed', () => {
    describe.sequential('at one moment', () => testGatewayKills(dashboard));
  });
  describe.concurrent('who decides', () => deciding(dashboard));
  describe.concurrent('for choosing among many', () => choosing(dashboard));
  describe.concurrent('whom links lead', () => links(dashboard));
  describe.concurrent('with keys', () => queueKeys(dashboard));
  describe.concurrent('of a list', () => lists(dashboard));
  describe.concurrent('for a reader', () => legible(dashboard));
  describe.concurrent('while others decide', () => decidedElsewhere(dashboard));
  describe.concurrent('of a new order', () => newOrder(dashboard));
  describe.concurrent('of compensations', () => compensating(dashboard));
  describe.concurrent('with very many orders', () => busy(dashboard));
  describe.concurrent('who operates', () => operating(dashboard));
  describe.concurrent('who cares for stock and faults', () => providers(dashboard));
  describe.concurrent('for an interrupted user', () => testInterruptions(dashboard));
  describe.concurrent('for unexpected data', () => hostile(dashboard));
  describe.concurrent('without a token', () => signingIn(dashboard));
  describe.concurrent('with dialogs', () => returning(dashboard));
  describe.concurrent('for refused input', () => testRefusals(dashboard));
  describe.concurrent('during an upgrade', () => testUpgrade(dashboard));
  describe('for faults that affect everybody', () => faults(dashboard));
});

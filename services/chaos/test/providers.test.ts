import { faultsSuite } from './suites/faults.ts';
import { inventorySuite } from './suites/inventory.ts';
import { notificationSuite } from './suites/notification.ts';
import { onceSuite } from './suites/once.ts';
import { paymentSuite } from './suites/payment.ts';
import { shippingSuite } from './suites/shipping.ts';
import { switchboardSuite } from './suites/switchboard.ts';
import { onEveryEngine } from './test-providers.ts';

onEveryEngine((testProviders) => {
  paymentSuite(testProviders);
  inventorySuite(testProviders);
  shippingSuite(testProviders);
  notificationSuite(testProviders);
  onceSuite(testProviders);
  faultsSuite(testProviders);
  switchboardSuite(testProviders);
});

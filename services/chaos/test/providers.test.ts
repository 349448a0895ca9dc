import { faultsSuite } from './suites/faults.ts';
import { inventorySuite } from './suites/inventory.ts';
import { notificationSuite } from './suites/notification.ts';
import { onceSuite } from './suites/once.ts';
import { paymentSuite } from './suites/payment.ts';
import { shippingSuite } from './suites/shipping.ts';
import { switchboardSuite } from './suites/switchboard.ts';
import { onEveryEngine } from './world.ts';

onEveryEngine((world) => {
  paymentSuite(world);
  inventorySuite(world);
  shippingSuite(world);
  notificationSuite(world);
  onceSuite(world);
  faultsSuite(world);
  switchboardSuite(world);
});

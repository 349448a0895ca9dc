// The payment provider's own rules, for tests whose provider is scripted.
export { Refusal } from '../src/calls/refusal.ts';
export { recordOf } from '../src/payment/application/decision.ts';
export * as bank from '../src/payment/domain/payment.ts';

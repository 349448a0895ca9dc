import { proxyActivities, proxySinks } from '@temporalio/workflow';
import { type RunStepName, runPatienceOf, type StartedRun } from '@waybill/contracts/domain';
import type { OrderBookSinks } from '../../../activities/order-book.ts';
import type { PaymentActivities } from '../../../activities/payment.ts';
import type { RunBookActivities } from '../../../activities/runs/book.ts';
import type { ContextActivities } from '../../../activities/runs/context.ts';
import type { GreetingActivities } from '../../../activities/runs/greeting.ts';
import type { PlacementActivities } from '../../../activities/runs/placement.ts';
import type { RunRecoveryActivities } from '../../../activities/runs/recovery.ts';
import type { RefundActivities } from '../../../activities/runs/refund.ts';
import { compensationRetries, internalRetries, retriesOf } from '../../shared/activities/retries.ts';

// Every activity that the workflows of runs call, by its retry policy.

type Retried = Pick<StartedRun, 'patience'>;

const retriesIn = (step: RunStepName, run: Retried) => retriesOf(runPatienceOf(run, step));

/** The activities that gather a user context. */
export const createContextActivities = (run: Retried) => ({
  readLocation: proxyActivities<ContextActivities>(retriesIn('LOCATION', run)).readLocation,
  readWeather: proxyActivities<ContextActivities>(retriesIn('WEATHER', run)).readWeather,
  readCatFact: proxyActivities<ContextActivities>(retriesIn('CAT_FACT', run)).readCatFact,
});

/** The steps of a payment. */
export const createPaymentActivities = (run: Retried) => ({
  authorizePayment: proxyActivities<PaymentActivities>(retriesIn('AUTHORIZE_PAYMENT', run)).authorizePayment,
  capturePayment: proxyActivities<PaymentActivities>(retriesIn('CAPTURE_PAYMENT', run)).capturePayment,
});

export const createGreetingActivities = (run: Retried) => proxyActivities<GreetingActivities>(retriesIn('GREET', run));

export const createPlacementActivities = (run: Retried) =>
  proxyActivities<PlacementActivities>(retriesIn('PLACE_ORDER', run));

/** Compensations: retried without limit. */
export const paymentCompensations = proxyActivities<PaymentActivities>(compensationRetries);

/** A refund is retried until the provider has accepted or refused it. */
export const { findRefund, giveBack } = proxyActivities<RefundActivities>(compensationRetries);
export const { recordRefund } = proxyActivities<RefundActivities>(internalRetries);

export const { takeOverRun } = proxyActivities<RunRecoveryActivities>({
  ...internalRetries,
  startToCloseTimeout: '60s',
});

/** A firm write is retried without limit; a write in passing may be lost. */
export const { recordRun } = proxyActivities<RunBookActivities>(internalRetries);
export const { orderBook: besideHistory } = proxySinks<OrderBookSinks>();

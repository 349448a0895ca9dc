import { ApplicationFailure, getExternalWorkflowHandle, isCancellation, proxyActivities } from '@temporalio/workflow';
import {
  type DispatchFailed,
  fulfillment,
  type Parcel,
  type ShippingStep,
  type ShippingStepDone,
} from '@waybill/contracts/words';
import type { AskingActivities } from '../../../activities/asking.ts';
import type { Attempted } from '../../../activities/attempted.ts';
import type { ShippingActivities } from '../../../activities/shipping.ts';
import { errorIn } from '../activities/failure.ts';
import { forever, patienceFor, willGiveUp } from '../activities/patience.ts';
import { dispatchFailed } from './shipping-words.ts';

const { settleAddress, clearDispatch } = proxyActivities<AskingActivities>(forever);

/**
 * Ships one order for its parent. Between two steps it asks the parent, which has the last word on where the parcel goes
 * and whether it goes at all. What fails here is undone by the parent.
 */
export async function shipOrder(parcel: Parcel): Promise<Attempted<object>> {
  const { orderId, correlationId, lines } = parcel;
  const which = { orderId, correlationId };
  const { preparePackage } = proxyActivities<ShippingActivities>(willGiveUp('PREPARE_PACKAGE', parcel));
  const { createLabel } = proxyActivities<ShippingActivities>(willGiveUp('CREATE_LABEL', parcel));
  const { dispatchCarrier } = proxyActivities<ShippingActivities>(willGiveUp('DISPATCH_CARRIER', parcel));

  const take = <T>(step: ShippingStep, run: () => Promise<T>) =>
    run().catch((failure: unknown) => failAs(step, failure, parcel));

  const prepared = await take('PREPARE_PACKAGE', () => preparePackage({ ...which, lines }));
  const { address } = await settleAddress({ ...which, done: doneBy(prepared) });

  const labelled = await take('CREATE_LABEL', () => createLabel({ ...which, address }));
  await clearDispatch({ ...which, done: doneBy(labelled) });

  return take('DISPATCH_CARRIER', () => dispatchCarrier(which)).catch(async (failure: unknown) => {
    const parent = getExternalWorkflowHandle(fulfillment.idFor(orderId));
    if (!isCancellation(failure)) await parent.signal(dispatchFailed, whatFailed(failure, parcel));
    throw failure;
  });
}

const doneBy = ({ attempt, ...detail }: Attempted<object>): ShippingStepDone => ({ attempt, detail });

/** The child fails with the words of its step, so that the parent can tell a refusal from a fault. */
function failAs(step: ShippingStep, failure: unknown, parcel: Parcel): never {
  if (isCancellation(failure)) throw failure;
  const { code, message, attempt } = errorIn(failure);
  const tries = attempt ?? patienceFor(step, parcel).attempts;
  throw ApplicationFailure.create({ type: code, message, nonRetryable: true, details: [{ attempt: tries }] });
}

function whatFailed(failure: unknown, parcel: Parcel): DispatchFailed {
  const { code, message, attempt } = errorIn(failure);
  return { attempt: attempt ?? patienceFor('DISPATCH_CARRIER', parcel).attempts, error: { code, message } };
}

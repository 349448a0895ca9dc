import {
  ApplicationFailure,
  condition,
  getExternalWorkflowHandle,
  isCancellation,
  proxyActivities,
  setHandler,
} from '@temporalio/workflow';
import {
  type Address,
  type CreateLabelOrder,
  type DispatchFailed,
  fulfillment,
  type Parcel,
  type ShippingStep,
} from '@waybill/contracts/words';
import type { Attempted } from '../activities/attempted.ts';
import type { ShippingActivities } from '../activities/shipping.ts';
import { errorIn } from './failure.ts';
import { patienceFor, willGiveUp } from './patience.ts';
import { createLabelNow, dispatchFailed, dispatchNow, stepDone } from './shipping-signals.ts';

/**
 * Ships one order for its parent: prepares the package at once, and makes the label and dispatches when it is told to.
 * What fails here is undone by the parent.
 */
export async function shipOrder(parcel: Parcel): Promise<Attempted<object>> {
  const { orderId, correlationId, lines } = parcel;
  const which = { orderId, correlationId };
  const parent = getExternalWorkflowHandle(fulfillment.idFor(orderId));
  const { preparePackage } = proxyActivities<ShippingActivities>(willGiveUp('PREPARE_PACKAGE', parcel));
  const { dispatchCarrier } = proxyActivities<ShippingActivities>(willGiveUp('DISPATCH_CARRIER', parcel));
  const { createLabel } = proxyActivities<ShippingActivities>(willGiveUp('CREATE_LABEL', parcel));

  const take = <T>(step: ShippingStep, run: () => Promise<T>) =>
    run().catch((failure: unknown) => failAs(step, failure, parcel));

  const report = (step: ShippingStep, { attempt, ...detail }: Attempted<object>) =>
    parent.signal(stepDone, { step, attempt, detail });

  const address = labelOrder();
  const cleared = dispatchOrder();

  await report('PREPARE_PACKAGE', await take('PREPARE_PACKAGE', () => preparePackage({ ...which, lines })));

  const to = await address();
  await report('CREATE_LABEL', await take('CREATE_LABEL', () => createLabel({ ...which, address: to })));

  await cleared();
  return take('DISPATCH_CARRIER', () => dispatchCarrier(which)).catch(async (failure: unknown) => {
    if (!isCancellation(failure)) await parent.signal(dispatchFailed, whatFailed(failure, parcel));
    throw failure;
  });
}

/** Resolves with the address once the parent has settled it. */
function labelOrder(): () => Promise<Address> {
  let order: CreateLabelOrder | undefined;
  setHandler(createLabelNow, (given) => {
    order ??= given;
  });
  return async () => {
    await condition(() => order !== undefined);
    if (!order) throw new Error('The address was settled and is gone');
    return order.address;
  };
}

/** Resolves once the parent will not cancel any more. */
function dispatchOrder(): () => Promise<void> {
  let cleared = false;
  setHandler(dispatchNow, () => {
    cleared = true;
  });
  return () => condition(() => cleared);
}

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

import { ApplicationFailure, getExternalWorkflowHandle, isCancellation } from '@temporalio/workflow';
import { type DispatchFailed, fulfillment, type ShipmentInput, type ShippingStep } from '@waybill/contracts/domain';
import type { Attempted } from '../../../activities/attempt.ts';
import { toStepFailure } from '../../shared/activities/failure.ts';
import { isText, readInput } from '../../shared/state/read-input.ts';
import { patienceFor } from '../activities/patience.ts';
import { clearDispatch, createShippingActivities, settleAddress } from '../activities/proxies.ts';
import { createGiveUps } from './give-ups.ts';
import { dispatchFailed } from './protocol.ts';

/**
 * Ships one order for its parent. Between its steps it asks the parent, which decides about the address and the
 * dispatch. Failures are compensated by the parent.
 */
export async function shipOrder(input: ShipmentInput): Promise<Attempted<object>> {
  const shipment = readInput(input, { orderId: isText, correlationId: isText, lines: Array.isArray });
  const { orderId, correlationId, lines } = shipment;
  const orderRef = { orderId, correlationId };
  const { preparePackage, createLabel, dispatchCarrier } = createShippingActivities(shipment);
  const running = createGiveUps();
  const take = <T>(step: ShippingStep, run: () => Promise<T>) =>
    running.during(step, run).catch((failure: unknown) => failAs(step, failure, shipment));

  const prepared = await take('PREPARE_PACKAGE', () => preparePackage({ ...orderRef, lines }));
  const { address } = await settleAddress({ ...orderRef, done: reportOf(prepared) });

  const label = await take('CREATE_LABEL', () => createLabel({ ...orderRef, address }));
  await clearDispatch({ ...orderRef, done: reportOf(label) });

  return take('DISPATCH_CARRIER', () => dispatchCarrier(orderRef)).catch(async (failure: unknown) => {
    const parent = getExternalWorkflowHandle(fulfillment.idFor(orderId));
    if (!isCancellation(failure)) await parent.signal(dispatchFailed, reportFailure(failure, shipment));
    throw failure;
  });
}

const reportOf = <Detail extends object>({ attempt, ...detail }: Attempted<Detail>) => ({ attempt, detail });

/** Fails the child with the failure of its step, so that the parent can distinguish a refusal from a fault. */
function failAs(step: ShippingStep, failure: unknown, shipment: ShipmentInput): never {
  if (isCancellation(failure)) throw failure;
  const { code, message, attempt } = toStepFailure(failure);
  const attempts = attempt ?? patienceFor(step, shipment).attempts;
  throw ApplicationFailure.create({ type: code, message, nonRetryable: true, details: [{ attempt: attempts }] });
}

function reportFailure(failure: unknown, shipment: ShipmentInput): DispatchFailed {
  const { code, message, attempt } = toStepFailure(failure);
  return { attempt: attempt ?? patienceFor('DISPATCH_CARRIER', shipment).attempts, error: { code, message } };
}

import { defineSignal, setHandler } from '@temporalio/workflow';
import type { PaymentRecord } from '@waybill/contracts';
import {
  detailOfRefund,
  laterPayment,
  type Payment,
  type PaymentRun,
  refund,
  type StartedPayment,
  verdictOnRefund,
} from '@waybill/contracts/domain';
import { toStepFailure } from '../../shared/activities/failure.ts';
import { initialPayment } from '../../shared/state/initial-payment.ts';
import { now } from '../../shared/state/journal.ts';
import { createPaymentActivities, paymentCompensations } from '../activities/proxies.ts';
import type { RunWorkflow } from '../run-workflow.ts';
import { createRunCompensation } from '../saga/compensation.ts';
import { isRefunded } from '../state/is-refunded.ts';

type Record = RunWorkflow<PaymentRun>['record'];
type Ref = RunWorkflow<PaymentRun>['ref'];

/** The compensations of a payment. */
export function createMoneyCompensations(record: Record, ref: Ref) {
  const { recorded } = createPaymentRecording(record, ref);
  return {
    release: createRunCompensation('AUTHORIZE_PAYMENT', () => paymentCompensations.releasePayment(ref).then(recorded)),
    refund: createRunCompensation('CAPTURE_PAYMENT', () => paymentCompensations.refundPayment(ref).then(recorded)),
  };
}

/** Records the provider's response. */
function createPaymentRecording({ state }: Record, { orderId }: Ref) {
  const update = (payment: Partial<Payment>) => {
    state.payment = { ...initialPayment(orderId), ...state.payment, ...payment };
  };
  const tell = ({ status, authorized, captured, refunded }: Omit<Payment, 'id'>) =>
    update(laterPayment(state.payment, { status, authorized, captured, refunded }));
  const recorded = <T>({ payment, ...rest }: { payment: PaymentRecord } & T) => {
    tell(payment);
    return rest;
  };
  return { update, tell, recorded };
}

/** The payment of a run, under the run's own id: its hold is separate from that of any order. */
export function createMoney(
  { record, ref }: RunWorkflow<PaymentRun>,
  { customerId, amount, patience }: StartedPayment,
) {
  const { authorizePayment, capturePayment } = createPaymentActivities(patience ? { patience } : {});
  const { update, tell, recorded } = createPaymentRecording(record, ref);
  let authorizationId = '';

  const refused = (failure: unknown): never => {
    if (toStepFailure(failure).refused) update({ status: 'FAILED' });
    throw failure;
  };

  // The result of a refund by another workflow, recorded by this one while it is open, so that the run has a single writer.
  setHandler(defineSignal<[unknown]>(refund.signal), (refunded) => {
    if (!isRefunded(refunded) || record.commands.verdicts.on(refunded.commandId)) return;
    tell(refunded.payment);
    record.commands.keep(verdictOnRefund(refunded, now()));
    record.append('REFUNDED', { by: refunded, detail: detailOfRefund(refunded) });
  });

  return {
    async authorize() {
      update({ status: 'PENDING' });
      const held = await authorizePayment({ ...ref, customerId, amount, change: 0 }).then(recorded, refused);
      authorizationId = held.authorizationId;
      return held;
    },
    capture: () => capturePayment({ ...ref, authorizationId, amount }).then(recorded, refused),

    ...createMoneyCompensations(record, ref),
  };
}

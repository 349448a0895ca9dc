import { refundableOf } from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { Node } from '../node/node.ts';
import { currentCompensations } from '../order/current-steps.ts';
import { Payment } from '../order/payment.ts';
import type { SnapshotOf } from './port.ts';
import { WorkflowRun } from './run.ts';
import { RunCompensation } from './step.ts';

export const PaymentRun = builder.objectRef<SnapshotOf<'PAYMENT'>>('PaymentRun').implement({
  description:
    'A workflow that authorizes and captures one payment. If the payment is declined, the status is `FAILED` and `failure` has the reason.',
  interfaces: [Node, WorkflowRun],
  fields: (t) => ({
    orderId: t.exposeID('orderId', { description: 'Id of the order that is paid.' }),
    customerId: t.exposeID('customerId', { description: 'Id of the customer who pays.' }),
    amount: t.expose('amount', { type: 'Money', description: 'Amount to authorize and capture.' }),
    payment: t.expose('payment', {
      type: Payment,
      nullable: true,
      description: 'The payment; null before it is authorized or declined.',
    }),
    refundable: t.field({
      type: 'Money',
      nullable: true,
      description: 'Amount that can still be refunded; null if nothing was captured.',
      resolve: (run) => refundableOf(run),
    }),
    compensations: t.field({
      type: [RunCompensation],
      description: 'Compensations that are running or have run, newest first.',
      resolve: (run) => currentCompensations(run),
    }),
  }),
});

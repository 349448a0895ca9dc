import type * as domain from '@waybill/contracts/words';
import { builder } from '../builder.ts';
import { OrderStepName } from './enums.ts';

export const OrderFailure = builder.objectRef<domain.OrderFailure>('OrderFailure').implement({
  description: 'Why an order did not ship.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'For programs: "PAYMENT_DECLINED", "MANAGER_REJECTED", "CANCELLED".' }),
    message: t.exposeString('message', { description: 'For people, with the reason that was given.' }),
    step: t.expose('step', { type: OrderStepName, nullable: true, description: 'Where it ended.' }),
  }),
});

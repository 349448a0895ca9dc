import type * as domain from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { OrderStepName } from './enums.ts';

export const OrderFailure = builder.objectRef<domain.OrderFailure>('OrderFailure').implement({
  description: 'The reason why an order was not shipped.',
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'Machine-readable code, for example "PAYMENT_DECLINED", "MANAGER_REJECTED" or "CANCELLED".',
    }),
    message: t.exposeString('message', { description: 'Human-readable message, including the given reason.' }),
    step: t.expose('step', {
      type: OrderStepName,
      nullable: true,
      description: 'The step at which the order ended; null if none.',
    }),
  }),
});

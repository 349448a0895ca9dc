import { orderHealths } from '@waybill/contracts/words';
import { builder } from '../builder.ts';
import { describeValues } from '../describe-values.ts';

export const OrderHealth = builder.enumType('OrderHealth', {
  description: 'Whether an order gets on by itself.',
  values: describeValues(orderHealths, {
    OK: 'It gets on, or is done.',
    RETRYING: 'Something failed and is tried again; the running step says what, how often and when next.',
    WAITING_FOR_PERSON: 'It awaits approval.',
    STUCK: 'It has failed so often or so long that an operator should look, or its workflow is lost.',
  }),
});

import { orderHealths } from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { describeValues } from '../builder/describe-values.ts';

export const OrderHealth = builder.enumType('OrderHealth', {
  description: 'Whether an order needs human attention.',
  values: describeValues(orderHealths, {
    OK: 'The order makes progress, or is closed.',
    RETRYING: 'A call failed and is being retried; the running step has the error and the time of the next attempt.',
    WAITING_FOR_PERSON: 'The order awaits approval.',
    STUCK:
      'A step or compensation has failed so often or for so long that an operator should intervene, or the workflow has ended before the order was closed.',
  }),
});

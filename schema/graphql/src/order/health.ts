import { orderHealths } from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { describeValues } from '../builder/describe-values.ts';

export const OrderHealth = builder.enumType('OrderHealth', {
  description: 'Whether an order needs human attention.',
  values: describeValues(orderHealths, {
    OK: 'The order makes progress, or is closed.',
    RETRYING: 'A call failed and is retried; see the running step for the error and the next attempt.',
    WAITING_FOR_PERSON: 'The order awaits approval.',
    STUCK: 'A step has failed so often or for so long that an operator should look, or the workflow is lost.',
  }),
});

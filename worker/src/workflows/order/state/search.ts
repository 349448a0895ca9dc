import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { patched, upsertSearchAttributes } from '@temporalio/workflow';
import { type Money, majorUnits, type OrderStatus, type searchAttributes } from '@waybill/contracts/words';

type Name = keyof typeof searchAttributes;

const orderStatus = defineSearchAttributeKey('orderStatus' satisfies Name, SearchAttributeType.KEYWORD);
const totalAmount = defineSearchAttributeKey('totalAmount' satisfies Name, SearchAttributeType.DOUBLE);

/** Lets an operator find orders by what may change of them. The other search attributes are set at the start and stay. */
export const showInSearch = {
  status: (status: OrderStatus): void => upsertSearchAttributes([{ key: orderStatus, value: status }]),

  /** Orders to which items were added before totals were kept up to date go on without it. */
  total: (total: Money): void => {
    if (patched('total-in-search')) upsertSearchAttributes([{ key: totalAmount, value: majorUnits(total) }]);
  },
};

export type Shown = typeof showInSearch;

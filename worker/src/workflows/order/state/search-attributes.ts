import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { patched, upsertSearchAttributes } from '@temporalio/workflow';
import { type Money, majorUnits, type OrderStatus, type searchAttributes } from '@waybill/contracts/domain';

type Name = keyof typeof searchAttributes;

const orderStatus = defineSearchAttributeKey('orderStatus' satisfies Name, SearchAttributeType.KEYWORD);
const totalAmount = defineSearchAttributeKey('totalAmount' satisfies Name, SearchAttributeType.DOUBLE);

/** Updates the search attributes of an order that change. The others are set when it starts. */
export const updateSearchAttributes = {
  status: (status: OrderStatus): void => upsertSearchAttributes([{ key: orderStatus, value: status }]),

  /** Orders that started before the total was updated continue without it. */
  total: (total: Money): void => {
    if (patched('total-in-search')) upsertSearchAttributes([{ key: totalAmount, value: majorUnits(total) }]);
  },
};

export type UpdateSearchAttributes = typeof updateSearchAttributes;

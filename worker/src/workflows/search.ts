import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { upsertSearchAttributes } from '@temporalio/workflow';
import type { OrderStatus, searchAttributes } from '@waybill/contracts/words';

const orderStatus = defineSearchAttributeKey(
  'orderStatus' satisfies keyof typeof searchAttributes,
  SearchAttributeType.KEYWORD,
);

/** Lets an operator find orders by where they stand. The other search attributes are set at the start and stay. */
export const showInSearch = (status: OrderStatus): void =>
  upsertSearchAttributes([{ key: orderStatus, value: status }]);

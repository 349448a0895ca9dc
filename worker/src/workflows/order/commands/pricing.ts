import { ActivityFailure, isCancellation } from '@temporalio/workflow';
import type { AddItemCommand, PlacedOrder } from '@waybill/contracts/domain';
import { priceItem } from '../activities/proxies.ts';
import type { Decide } from './command-handler.ts';

/** Adds the price to a command's item; undefined if it has none, and then the command has been decided. */
export type Price = (command: AddItemCommand, decide: Decide) => Promise<AddItemCommand | undefined>;

/** Prices an item by the catalogue, from its product and quantity alone. */
export const createPricing =
  ({ orderId, correlationId, total: { currencyCode } }: PlacedOrder): Price =>
  async (command, decide) => {
    const { sku, quantity } = command.item;
    try {
      const { item } = await priceItem({ orderId, correlationId, sku, quantity, currencyCode });
      if (item) return { ...command, item };
      decide('INVALID_INPUT', `There is no product ${sku} in ${currencyCode}`, 'sku');
    } catch (failure) {
      if (!(failure instanceof ActivityFailure) || isCancellation(failure)) throw failure;
      decide('SERVICE_UNAVAILABLE', 'The catalogue cannot be read');
    }
    return undefined;
  };

import { ActivityFailure, isCancellation } from '@temporalio/workflow';
import type { AddItemCommand, PlacedOrder } from '@waybill/contracts/domain';
import { priceItem } from '../activities/proxies.ts';
import type { Decide } from './command-handler.ts';

/** A command with the price of its item; undefined where it has none, and the command is decided. */
export type Price = (command: AddItemCommand, decide: Decide) => Promise<AddItemCommand | undefined>;

/** Prices an item of which product and quantity alone are known, by the catalogue. */
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

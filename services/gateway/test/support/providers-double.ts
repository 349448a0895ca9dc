import { limits as orderLimits, type Product } from '@waybill/contracts';
import type { GatewayOptions } from '@waybill/gateway';
import type { Called } from './engine-double.ts';

export const product: Product = {
  sku: 'BOOK-001',
  name: 'Book',
  prices: [{ amountMinor: 1850, currencyCode: 'USD' }],
  available: orderLimits.quantity,
};

/** A double of the providers with the given products. */
export function createProvidersDouble(called: Called) {
  const products = [{ ...product }];
  const unasked = () => Promise.reject(new Error('Nothing here asks the providers for this'));
  const inventory = {
    reserve: unasked,
    release: unasked,
    check: unasked,
    status: unasked,
    restock: async () => {
      called('providers.restock');
      return product;
    },
    catalogue: async () => {
      called('providers.catalogue');
      return [...products];
    },
  };
  const settings = async () => {
    called('providers.chaos');
    return { profile: 'calm' as const, seed: 'seed', operations: [] };
  };
  const pins = async () => ({ pins: [] });
  const chaos = { settings, change: settings, pin: settings, reset: settings, pins, log: unasked, nextLog: unasked };
  const providers = { inventory, chaos, ready: async () => ({ status: 'ready' }) };
  return { products, providers: providers as unknown as GatewayOptions['providers'] };
}

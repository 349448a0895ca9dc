import {
  CatalogueDocument,
  ChaosDocument,
  PinChaosDocument,
  type PinChaosInput,
  RestockDocument,
  SetChaosDocument,
  type SetChaosInput,
  ViewerDocument,
} from './generated/graphql.ts';
import type { Request, RequestOptions } from './request.ts';

export const createCatalogue = (request: Request) => ({
  list: async (options?: RequestOptions) => (await request(CatalogueDocument, {}, options)).catalogue,
  restock: async (sku: string, quantity: number, options?: RequestOptions) =>
    (await request(RestockDocument, { input: { sku, quantity } }, options)).restock,
});

/** For operators: what goes wrong at the providers. */
export const createChaos = (request: Request) => ({
  get: async (options?: RequestOptions) => (await request(ChaosDocument, {}, options)).chaos,
  set: async (input: SetChaosInput, options?: RequestOptions) =>
    (await request(SetChaosDocument, { input }, options)).setChaos,
  pin: async (input: PinChaosInput, options?: RequestOptions) =>
    (await request(PinChaosDocument, { input }, options)).pinChaos,
});

export const createViewer = (request: Request) => async (options?: RequestOptions) =>
  (await request(ViewerDocument, {}, options)).viewer;

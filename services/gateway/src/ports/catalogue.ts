import { type CataloguePort, InvalidInput, type ListedProduct } from '@waybill/graphql';
import { type ProvidersClient, Refused, Unavailable } from '@waybill/providers-client';

type Providers = Pick<ProvidersClient, 'inventory'>;
type CatalogueOptions = { now: () => Date; newKey: () => string };

const freshForMs = 1_000;

/** The catalogue, requested at most once a second; while the providers are unavailable, its latest version. */
export function createCataloguePort({ inventory }: Providers, { now, newKey }: CatalogueOptions) {
  let cached: { products: ListedProduct[]; at: number } | undefined;
  let pending: Promise<ListedProduct[]> | undefined;

  const request = async (): Promise<ListedProduct[]> => {
    const requestedAt = now();
    try {
      const products = (await inventory.catalogue()).map((product) => ({
        ...product,
        asOf: requestedAt.toISOString(),
      }));
      cached = { products, at: requestedAt.getTime() };
      return products;
    } catch (error) {
      if (cached && error instanceof Unavailable) return cached.products;
      throw error;
    }
  };

  const products = async (): Promise<readonly ListedProduct[]> => {
    if (cached && now().getTime() - cached.at < freshForMs) return cached.products;
    pending ??= request().finally(() => {
      pending = undefined;
    });
    return pending;
  };

  return (correlationId: string): CataloguePort => ({
    products,
    async restock(sku, quantity) {
      try {
        const product = await inventory.restock({ sku, quantity }, { correlationId, idempotencyKey: newKey() });
        cached = undefined;
        return { ...product, asOf: now().toISOString() };
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        throw new InvalidInput([{ path: ['sku'], message: 'is not in the catalogue' }]);
      }
    },
  });
}

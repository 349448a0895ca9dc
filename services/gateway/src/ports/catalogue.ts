import { type CataloguePort, InvalidInput, type ListedProduct } from '@waybill/graphql';
import { oneAtATime } from '@waybill/platform';
import { type ProvidersClient, Refused, Unavailable } from '@waybill/providers-client';

type Providers = Pick<ProvidersClient, 'inventory'>;
type CatalogueOptions = { now: () => Date; newKey: () => string };

const freshForMs = 1_000;

/** The catalogue for one caller, who may restock; the list of products is the same for all. */
export function createCataloguePort({ inventory }: Providers, { now, newKey }: CatalogueOptions) {
  const { products, forget } = createProductCache(inventory, now);

  return (correlationId: string): CataloguePort => ({
    products,
    async restock(sku, quantity) {
      try {
        const product = await inventory.restock({ sku, quantity }, { correlationId, idempotencyKey: newKey() });
        forget();
        return { ...product, asOf: now().toISOString() };
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        throw new InvalidInput([{ path: ['sku'], message: 'is not in the catalogue' }]);
      }
    },
  });
}

/** The catalogue, requested at most once a second; while the providers are unavailable, its latest version. */
function createProductCache(inventory: Providers['inventory'], now: () => Date) {
  let cached: { products: ListedProduct[]; at: number } | undefined;

  const request = oneAtATime(async (): Promise<ListedProduct[]> => {
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
  });

  return {
    async products(): Promise<readonly ListedProduct[]> {
      if (cached && now().getTime() - cached.at < freshForMs) return cached.products;
      return request();
    },
    forget() {
      cached = undefined;
    },
  };
}

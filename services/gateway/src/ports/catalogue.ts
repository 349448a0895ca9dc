import { type CataloguePort, InvalidInput, type ListedProduct } from '@waybill/graphql';
import { type ProvidersClient, Refused, Unavailable } from '@waybill/providers-client';

type Providers = Pick<ProvidersClient, 'inventory'>;
type Means = { now: () => Date; newKey: () => string };

const freshForMs = 1_000;

/** The catalogue, asked for at most once a second; while the providers are away, as it was last seen. */
export function catalogueDesk({ inventory }: Providers, { now, newKey }: Means) {
  let seen: { products: ListedProduct[]; at: number } | undefined;
  let asking: Promise<ListedProduct[]> | undefined;

  const ask = async (): Promise<ListedProduct[]> => {
    const asked = now();
    try {
      const products = (await inventory.catalogue()).map((product) => ({ ...product, asOf: asked.toISOString() }));
      seen = { products, at: asked.getTime() };
      return products;
    } catch (error) {
      if (seen && error instanceof Unavailable) return seen.products;
      throw error;
    }
  };

  const products = async (): Promise<readonly ListedProduct[]> => {
    if (seen && now().getTime() - seen.at < freshForMs) return seen.products;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };

  return (correlationId: string): CataloguePort => ({
    products,
    async restock(sku, quantity) {
      try {
        const product = await inventory.restock({ sku, quantity }, { correlationId, idempotencyKey: newKey() });
        seen = undefined;
        return { ...product, asOf: now().toISOString() };
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        throw new InvalidInput([{ path: ['sku'], message: error.message }]);
      }
    },
  });
}

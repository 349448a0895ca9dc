import { connect, orThrow, type PlaceOrderInput } from '@waybill/client';
import type { Sighting as Drawn } from '@waybill/terminal';
import { WebSocket } from 'ws';

/** What a screen shows of an order. */
export type Sighting = Drawn & {
  shipment?: { trackingNumber?: string | null; carrier?: string | null } | null;
  failure?: { code: string; message: string } | null;
};

export type Placed = { id: string; total: { amount: string; currencyCode: string } };

/** A client of the gateway, like any other. */
export type Gateway = Omit<ReturnType<typeof gatewayAt>, 'close' | 'watch'> & {
  watch: (id: string, signal: AbortSignal) => AsyncIterable<Sighting>;
};

export function gatewayAt(url: string, token: string) {
  const client = connect({ url: `${url}/graphql`, token, WebSocket });
  return {
    firstProduct: async (): Promise<string> => {
      const [product] = await client.catalogue.list();
      if (!product) throw new Error('The catalogue is empty');
      return product.sku;
    },
    place: async (input: PlaceOrderInput): Promise<Placed> => orThrow(await client.orders.place(input)).order,
    watch: (id: string, signal: AbortSignal) => client.orders.watch(id, { signal }),
    close: () => client.close(),
  };
}

import { connect, orThrow, type PlaceOrderInput } from '@waybill/client';
import { WebSocket } from 'ws';

/** What a screen shows of an order. */
export type Sighting = {
  status: string;
  progress: number;
  steps: {
    name: string;
    status: string;
    percent: number | null;
    startedAt: string | null;
    finishedAt: string | null;
    error: { message: string } | null;
  }[];
  shipment: { trackingNumber: string | null; carrier: string | null } | null;
  failure: { code: string; message: string } | null;
};

export type Placed = { id: string; total: { amount: string; currencyCode: string } };

/** What the sample needs of the gateway. */
export type Gateway = {
  firstProduct: () => Promise<string>;
  place: (input: PlaceOrderInput) => Promise<Placed>;
  watch: (id: string, signal: AbortSignal) => AsyncIterable<Sighting>;
};

/** The gateway, as any client would use it. */
export function gatewayAt(url: string, token: string): Gateway {
  const { catalogue, orders } = connect({ url: `${url}/graphql`, token, WebSocket });
  return {
    firstProduct: async () => {
      const [product] = await catalogue.list();
      if (!product) throw new Error('The catalogue is empty');
      return product.sku;
    },
    place: async (input) => orThrow(await orders.place(input)).order,
    watch: (id, signal) => orders.watch(id, { signal }),
  };
}

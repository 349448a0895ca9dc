import { createClient } from 'graphql-ws';
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

/** The system's own front door, as any client would use it. */
export type Gateway = ReturnType<typeof gatewayAt>;

export function gatewayAt(url: string, token: string) {
  const door = { url, authorization: `Bearer ${token}` };
  return {
    firstProduct: async (): Promise<string> => {
      const { catalogue } = await ask<{ catalogue: { sku: string }[] }>(door, '{ catalogue { sku } }', {});
      const [product] = catalogue;
      if (!product) throw new Error('The catalogue is empty');
      return product.sku;
    },
    place: async (input: Record<string, unknown>): Promise<Placed> => {
      const { placeOrder } = await ask<{ placeOrder: { order?: Placed; message?: string } }>(door, placeOrderDocument, {
        input,
      });
      if (!placeOrder.order) throw new Error(`The gateway refused the order: ${placeOrder.message}`);
      return placeOrder.order;
    },
    watch: (id: string, signal: AbortSignal) => watch(door, id, signal),
  };
}

const placeOrderDocument = `mutation Place($input: PlaceOrderInput!) {
  placeOrder(input: $input) {
    ... on PlaceOrderPayload { order { id total { amount currencyCode } } }
    ... on Error { message }
  }
}`;

const watchDocument = `subscription Watch($id: ID!) {
  orderChanged(id: $id) {
    status progress
    steps { name status percent startedAt finishedAt error { message } }
    shipment { trackingNumber carrier }
    failure { code message }
  }
}`;

type Door = { url: string; authorization: string };

async function ask<Data>(
  { url, authorization }: Door,
  query: string,
  variables: Record<string, unknown>,
): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', authorization },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(30_000),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (errors?.[0] || !data) throw new Error(errors?.[0]?.message ?? `The gateway answered ${response.status}`);
  return data;
}

/** Every change of an order until all is done. A gateway that goes away and comes back is asked again. */
async function* watch({ url, authorization }: Door, id: string, signal: AbortSignal): AsyncGenerator<Sighting> {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    connectionParams: { authorization },
    webSocketImpl: WebSocket,
    retryAttempts: 60,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, 500)),
    shouldRetry: () => true,
  });
  const leave = () => void client.terminate();
  signal.addEventListener('abort', leave);
  try {
    for await (const { data, errors } of client.iterate<{ orderChanged: Sighting }>({
      query: watchDocument,
      variables: { id },
    })) {
      if (errors?.[0] || !data) throw new Error(errors?.[0]?.message ?? 'The gateway sent a change without content');
      yield data.orderChanged;
    }
  } finally {
    signal.removeEventListener('abort', leave);
    await client.dispose();
  }
}

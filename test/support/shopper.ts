import type { Driver } from '../../services/gateway/test/support/driver.ts';
import type { System } from './system.ts';

export type Seen = {
  status: string;
  progress: number;
  total: { amount: string };
  payment: { status: string; authorized: { amount: string } | null } | null;
  shippingAddress: { street: string };
  steps: { name: string; status: string }[];
  compensations: { name: string; status: string }[];
  failure: { code: string } | null;
};

const seen = `status progress total { amount } payment { status authorized { amount } } shippingAddress { street }
  steps { name status } compensations { name status } failure { code }`;

export type Shopper = ReturnType<typeof shopperAt>;

/** Uses GraphQL for everything, and reads the providers' databases only to check the effects. */
export const shopperAt = (gateway: Driver, audit: System['audit']) => ({
  ...createMutations(gateway),
  ...createWatches(gateway),

  /** Every effect that the providers had for the order, in order. */
  async effects(orderId: string): Promise<string[]> {
    const { orders } = await audit.orders({ first: 1_000 });
    return orders.find((order) => order.orderId === orderId)?.effects ?? [];
  },
});

function createMutations(gateway: Driver) {
  return {
    /** Places an order for two books at 18.50, and says its id. */
    async place(orderId: string, wish = ''): Promise<string> {
      const answer = await gateway.told<{ placeOrder: { order: { id: string } } }>(`mutation {
        placeOrder(input: {
          orderId: "${orderId}", customerId: "CUST-1", customerEmail: "ada@example.com", ${wish}
          items: [{ sku: "BOOK-001", quantity: 2 }]
          shippingAddress: { street: "1 Main St", city: "Springfield", state: "IL", zip: "62701", country: "US" }
        }) { ... on PlaceOrderPayload { order { id } } }
      }`);
      return answer.placeOrder.order.id;
    },

    /** What the next calls for an order come to. */
    pin: (orderId: string, operation: string, outcomes: readonly string[]) =>
      gateway.told(`mutation {
        pinChaos(input: { orderId: "${orderId}", operation: "${operation}", outcomes: ${JSON.stringify(outcomes)} }) {
          ... on PinChaosPayload { chaos { seed } }
        }
      }`),

    storm: (seed: string) =>
      gateway.told(`mutation {
        setChaos(input: { profile: STORM, seed: "${seed}" }) { ... on SetChaosPayload { chaos { seed } } }
      }`),

    /** Sends a command; returns the type of the response. */
    async tell(command: string, orderId: string, fields = ''): Promise<string> {
      const answer = await gateway.told<Record<string, { __typename: string }>>(
        `mutation { ${command}(input: { orderId: "${orderId}", ${fields} }) { __typename } }`,
      );
      return answer[command]?.__typename ?? '';
    },
  };
}

function createWatches(gateway: Driver) {
  const changes = (id: string) => gateway.follow(`subscription { orderChanged(id: "${id}") { ${seen} } }`);

  return {
    /** The order as it was when it first was so. */
    async until(orderId: string, holds: (order: Seen) => boolean): Promise<Seen> {
      for await (const { data } of changes(orderId)) {
        const order = data?.orderChanged as Seen;
        if (holds(order)) return order;
      }
      throw new Error(`${orderId} ended without it`);
    },

    /** The order as it ended. */
    async end(orderId: string): Promise<Seen> {
      let last: Seen | undefined;
      for await (const { data } of changes(orderId)) last = data?.orderChanged as Seen;
      if (!last) throw new Error(`Nothing was told of ${orderId}`);
      return last;
    },
  };
}

export const isRunning =
  (name: string) =>
  ({ steps }: Seen): boolean =>
    steps.some((step) => step.name === name && step.status === 'RUNNING');

export const waits = ({ status }: Seen): boolean => status === 'AWAITING_APPROVAL';

export const undone = ({ compensations }: Seen): string[] =>
  compensations.map(({ name, status }) => `${name} ${status}`);

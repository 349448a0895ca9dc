import { GraphQLError } from 'graphql';
import { aGateway } from './gateway.ts';
import { anEntry } from './order.ts';
import { silence } from './stream.ts';

const expired = new GraphQLError('The token has expired', { extensions: { code: 'UNAUTHENTICATED' } });

/** A gateway that sends two entries, and then nothing until it is told to refuse its subscribers. */
export async function aGatewayWithExpiringTokens() {
  let issued = 0;
  let refuse = () => {};
  const told = new Promise<void>((resolve) => {
    refuse = resolve;
  });
  const gateway = await aGateway({
    orderEvents: async function* ({ after }) {
      const first = Number(after ?? 0) + 1;
      yield { orderEvents: anEntry(first) };
      yield { orderEvents: anEntry(first + 1) };
      await told;
      yield { orderEvents: first > 1 ? anEntry(first + 2) : expired };
    },
    ordersChanged: silent,
    orders: () => ({ changesCursor: '0' }),
  });
  return {
    ...gateway,
    nextToken: () => `token-${++issued}`,
    refuse,
    /** From now on another token is valid. */
    expire: (successor: string) => {
      gateway.good.clear();
      gateway.good.add(successor);
      gateway.dismiss(4403, [expired]);
    },
    [Symbol.asyncDispose]: gateway[Symbol.asyncDispose],
  };
}

async function* silent() {
  await silence();
  yield {};
}

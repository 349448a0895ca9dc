import { GraphQLError } from 'graphql';
import type { Context, ServerOptions, SubscribePayload } from 'graphql-ws';
import type { GatewayContext, ServerContext } from '../../execution/context.ts';
import { withoutStatus } from '../../execution/error-masking.ts';
import { rateLimited } from '../../execution/limits/cost.ts';
import type { Limits } from '../../execution/limits/limits.ts';
import { isPrepared, type Prepared, prepare } from '../../execution/prepare.ts';
import type { Operations } from '../../execution/yoga.ts';
import type { Peer } from './peer.ts';

type ProtocolHooksOptions = {
  operations: Operations;
  documentOf: (payload: Record<string, unknown>) => string | undefined;
  limits: Limits;
  contextFor: (peer: Peer, operationId: string) => ServerContext;
};

type Options = ServerOptions<Record<string, unknown>, Peer>;

type Hooks = Pick<Options, 'onSubscribe' | 'execute' | 'subscribe' | 'onNext' | 'onError' | 'onComplete'>;

/** Hooks for graphql-ws that parse, validate and execute operations in the same way as over HTTP. */
export function createProtocolHooks(options: ProtocolHooksOptions): Hooks {
  const { limits, contextFor } = options;
  const prepare = createPreparation(options);

  return {
    onSubscribe: async ({ extra }: Context<Record<string, unknown>, Peer>, id, payload) => {
      if (extra.running.size > limits.operationsPerSocket) return [tooManyOperations(limits.operationsPerSocket)];
      try {
        return await prepare(contextFor(extra, id), payload);
      } catch (error) {
        if (error instanceof GraphQLError) return [withoutStatus(error)];
        throw error;
      }
    },
    execute: (args) => (args as Prepared).execute(args) as ReturnType<NonNullable<Hooks['execute']>>,
    subscribe: async (args) => {
      const result = await ((args as Prepared).subscribe(args) as ReturnType<NonNullable<Hooks['subscribe']>>);
      const { delivery } = args.contextValue as GatewayContext;
      // These arguments live as long as the subscription, so unneeded references are removed.
      Object.assign(args, { contextValue: undefined, execute: undefined, subscribe: undefined });
      return delivery?.stream ?? result;
    },
    // From now on the client may use the id again.
    onError: ({ extra }, id) => extra.running.complete(id),
    onComplete: ({ extra }, id) => extra.running.complete(id),
    onNext: (_context, _id, _payload, _args, { data, errors }) =>
      errors && {
        ...(data === undefined ? {} : { data }),
        errors: errors.map((error) => withoutStatus(error).toJSON()),
      },
  };
}

/** Parses and validates an operation and creates its context; returns what to execute, or the errors. */
const createPreparation =
  ({ operations, documentOf }: ProtocolHooksOptions) =>
  async (serverContext: ServerContext, payload: SubscribePayload): Promise<Prepared | readonly GraphQLError[]> => {
    const prepared = await prepare(operations, { ...payload, query: documentOf({ ...payload }) ?? '' }, serverContext);
    return isPrepared(prepared) ? prepared : prepared.map(withoutStatus);
  };

const tooManyOperations = (most: number) =>
  withoutStatus(rateLimited(`This socket has ${most} operations, which is the limit`, 1));

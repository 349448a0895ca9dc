import { createHash } from 'node:crypto';
import { BoundedCache, BoundedMap } from '@waybill/bounded';
import { type OrderSnapshot, type RunSnapshot, rightsOf } from '@waybill/graphql';
import { type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import type { GatewayContext } from './context.ts';
import { type MaskingContext, maskErrors, withoutStatus } from './error-masking.ts';
import { createSelectionIndex } from './selection.ts';

/** The result of one operation for one event, as an object, as JSON and as bytes. */
export type Rendered = { result: ExecutionResult; text: string; bytes: () => Buffer };

/** The JSON of a shared result. */
export const serialized = Symbol('serialized');
type SerializedResult = ExecutionResult & { [serialized]?: string };

export type RenderingCache = ReturnType<typeof createRenderingCache>;

/**
 * The limit for all events and selections together. A rendering is kept as an object, as text, as bytes and in frames.
 */
const cacheBounds = {
  entries: 2_000,
  bytes: 12 * 1024 * 1024,
  sizeOf: ({ text }: { text: string }) => 6 * text.length,
};

const maxInFlight = 100_000;

/**
 * Executes an operation for an event once for all subscribers with the same selection and rights, on every transport.
 * The root field of a subscription returns its event unchanged, so the result depends only on the selection, its
 * variables and the viewer's rights. A result with errors, or for which a resolver called a port, may differ the next
 * time: it is shared while it is computed, and not cached.
 *
 * A fast path: it saves one execution and one serialization for each further subscriber, and for each query of a
 * watched order (`npm run bench -- gateway fan-out` and `one-query`). Delete it when graphql-js can execute once for
 * several contexts.
 */
export function createRenderingCache() {
  const cache = new BoundedCache<Rendered>(cacheBounds);
  const inFlight = new BoundedMap<string, Promise<Rendered>>('results being made', maxInFlight);
  const numberOf = createObjectNumbers();
  const selectionOf = createSelectionIndex();

  const keyOf = (args: ExecutionArgs): string => {
    const { number, variables, isOfRuns } = selectionOf(args);
    const rights = rightsOf(args.contextValue as GatewayContext, isOfRuns ? 'runs' : 'orders');
    return shorten(JSON.stringify([number, variables, rights]));
  };

  return (given: ExecutionArgs, masking: MaskingContext) => {
    const { schema, document, operationName, variableValues, contextValue } = given; // the caller may clear these
    const args: ExecutionArgs = { schema, document, operationName, variableValues, contextValue };
    const key = keyOf(args);
    const make = async (cacheKey: string, event: object): Promise<Rendered> => {
      const { rendered, isCacheable } = await executeOnce({ ...args, rootValue: event }, masking);
      if (isCacheable) cache.set(cacheKey, rendered);
      return rendered;
    };
    const render = async (event: object): Promise<Rendered> => {
      const cacheKey = `${numberOf(event)} ${key}`;
      const found = cache.get(cacheKey);
      if (found) return found;
      return inFlight.getOrMake(cacheKey, () => make(cacheKey, event).finally(() => inFlight.delete(cacheKey)));
    };
    return { key, render };
  };
}

async function executeOnce(args: ExecutionArgs, masking: MaskingContext) {
  const { contextValue, hasCalledPort } = trackPortUse(args.contextValue as GatewayContext, args.rootValue as object);
  const result = maskErrors(await execute({ ...args, contextValue }), masking);
  const text = serialize(result);
  let bytes: Buffer | undefined;
  const encoded = () => {
    bytes ??= Buffer.from(text);
    return bytes;
  };
  const rendered: Rendered = { result: { ...result, [serialized]: text } as SerializedResult, text, bytes: encoded };
  return { rendered, isCacheable: !hasCalledPort() && !result.errors };
}

/**
 * The same context, which records whether a resolver calls a port: the result then depends on more than the event. A
 * query for the order of the event is answered without a call.
 */
function trackPortUse(context: GatewayContext, event: { orderId?: string; runId?: string }) {
  let hasCalledPort = false;
  const port = <Name extends 'orders' | 'runs' | 'userContexts' | 'catalogue' | 'chaos'>(
    name: Name,
  ): GatewayContext[Name] => {
    hasCalledPort = true;
    return context[name];
  };
  const find: GatewayContext['orders']['find'] = async (id) =>
    id === event.orderId ? (event as OrderSnapshot) : port('orders').find(id);
  const findRun: GatewayContext['runs']['find'] = async (id) =>
    id === event.runId ? (event as RunSnapshot) : port('runs').find(id);
  const orders = new Proxy({} as GatewayContext['orders'], {
    get: (_, name: keyof GatewayContext['orders']) => (name === 'find' ? find : port('orders')[name]),
  });
  const runs = new Proxy({} as GatewayContext['runs'], {
    get: (_, name: keyof GatewayContext['runs']) => (name === 'find' ? findRun : port('runs')[name]),
  });
  const ports = {
    orders: { value: orders },
    runs: { value: runs },
    userContexts: { get: () => port('userContexts') },
    catalogue: { get: () => port('catalogue') },
    chaos: { get: () => port('chaos') },
  };
  return { contextValue: Object.create(context, ports) as GatewayContext, hasCalledPort: () => hasCalledPort };
}

/** The JSON of a result. Status codes are for HTTP responses: its errors do not have them. */
export const serialize = (result: SerializedResult): string =>
  result[serialized] ??
  JSON.stringify(result.errors ? { ...result, errors: result.errors.map(withoutStatus) } : result);

const maxKeyLength = 100;

/** Every subscriber keeps a key: a long one is replaced by its digest. */
const shorten = (key: string): string =>
  key.length > maxKeyLength ? createHash('sha256').update(key).digest('base64url') : key;

/** Numbers objects without references to them. */
function createObjectNumbers() {
  const known = new WeakMap<object, number>();
  let count = 0;
  return (event: object): number => {
    const number = known.get(event) ?? ++count;
    known.set(event, number);
    return number;
  };
}

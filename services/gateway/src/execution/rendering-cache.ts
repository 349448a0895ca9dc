import { createHash } from 'node:crypto';
import { BoundedCache, BoundedMap } from '@waybill/bounded';
import { type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import type { GatewayContext } from './context.ts';
import { type Occasion, withFaultsShown, withoutStatus } from './error-masking.ts';
import { selectionsSeen } from './selection.ts';

/** What one operation makes of one event: the result, the same as JSON, and the bytes of that. */
export type Rendered = { result: ExecutionResult; text: string; bytes: () => Buffer };

/** The result as JSON, where it was made for many. */
export const madeText = Symbol('text');
type Made = ExecutionResult & { [madeText]?: string };

export type Renderings = ReturnType<typeof renderings>;

/** Of all events and selections together. A rendering is kept as a result, as text, as bytes and in frames. */
const remembered = {
  entries: 2_000,
  bytes: 12 * 1024 * 1024,
  sizeOf: ({ text }: { text: string }) => 6 * text.length,
};

const beingMade = 100_000;

/**
 * Runs an operation for an event: once for all who chose the same and may see the same, however many they are and
 * however they are connected. The root field of a subscription passes its event on as it is, so nothing but the selection
 * below it, the variables in there and the viewer's rights can make a difference. What the operation has asked somebody
 * else for, or what went wrong with it, may be different the next time: such a result is shared while it is made, and
 * not remembered.
 */
export function renderings() {
  const rendered = new BoundedCache<Rendered>(remembered);
  const making = new BoundedMap<string, Promise<Rendered>>('results being made', beingMade);
  const numberOf = numbers();
  const selectionOf = selectionsSeen();

  const keyOf = (args: ExecutionArgs): string => {
    const { number, variables } = selectionOf(args);
    return short(JSON.stringify([number, variables, rightsOf(args.contextValue as GatewayContext)]));
  };

  return (given: ExecutionArgs, occasion: Occasion) => {
    const args = { ...given }; // whoever gave them may let go of what is in them
    const key = keyOf(args);
    const make = async (known: string, event: object): Promise<Rendered> => {
      const { made, isLasting } = await renderedOnce({ ...args, rootValue: event }, occasion);
      if (isLasting) rendered.set(known, made);
      return made;
    };
    const render = async (event: object): Promise<Rendered> => {
      const known = `${numberOf(event)} ${key}`;
      const found = rendered.get(known);
      if (found) return found;
      return making.getOrMake(known, () => make(known, event).finally(() => making.delete(known)));
    };
    return { key, render };
  };
}

async function renderedOnce(args: ExecutionArgs, occasion: Occasion) {
  const { contextValue, asked } = watchfulOf(args.contextValue as GatewayContext);
  const result = withFaultsShown(await execute({ ...args, contextValue }), occasion);
  const text = textOf(result);
  let bytes: Buffer | undefined;
  const encoded = () => {
    bytes ??= Buffer.from(text);
    return bytes;
  };
  const made: Rendered = { result: { ...result, [madeText]: text } as Made, text, bytes: encoded };
  return { made, isLasting: !asked() && !result.errors };
}

/** The same context, which notices when a resolver turns to a desk: what a desk answers is not the event's alone. */
function watchfulOf(context: GatewayContext) {
  let wasAsked = false;
  const noticing = (desk: 'orders' | 'catalogue' | 'chaos') => ({
    get: () => {
      wasAsked = true;
      return context[desk];
    },
  });
  const desks = { orders: noticing('orders'), catalogue: noticing('catalogue'), chaos: noticing('chaos') };
  return { contextValue: Object.create(context, desks) as GatewayContext, asked: () => wasAsked };
}

/** The result as its reader gets it. Status codes are for HTTP's own answers: errors do not carry them. */
export const textOf = (result: Made): string =>
  result[madeText] ?? JSON.stringify(result.errors ? { ...result, errors: result.errors.map(withoutStatus) } : result);

/** All that the schema's authorization looks at. */
const rightsOf = ({ viewer }: GatewayContext) =>
  viewer?.role === 'CUSTOMER' ? [viewer.role, viewer.id] : [viewer?.role];

const shortest = 100;

/** Every subscriber keeps a key: a long one is kept as its digest. */
const short = (key: string): string =>
  key.length > shortest ? createHash('sha256').update(key).digest('base64url') : key;

/** Tells objects apart without keeping them. */
function numbers() {
  const known = new WeakMap<object, number>();
  let count = 0;
  return (event: object): number => {
    const number = known.get(event) ?? ++count;
    known.set(event, number);
    return number;
  };
}

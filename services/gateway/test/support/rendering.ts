import { openLog } from '@waybill/platform';
import { buildSchema, type ExecutionArgs, type parse } from 'graphql';
import { createRenderingCache } from '../../src/execution/rendering-cache.ts';

const schema = buildSchema(`
  type Query { nothing: Int }
  type Subscription { number(after: Int): Number }
  type Number { value: Int  times(factor: Int!): Int  or(other: Int = 5): Int  fails: Int }
`);
export const occasion = { log: openLog('test', 'silent'), correlationId: 'c-1' };

/** One event, a number, that counts how often it was read. */
export function aRendering() {
  const rendering = createRenderingCache();
  let looks = 0;
  const number = {
    value: 7,
    times: ({ factor }: { factor: number }) => 7 * factor,
    or: ({ other }: { other: number | null }) => other ?? 7,
    fails: () => {
      throw new Error('a bug');
    },
  };
  const event = {
    get number() {
      looks += 1;
      return number;
    },
  };
  const render = async (
    document: ReturnType<typeof parse>,
    { variables = {}, viewer = null as object | null } = {},
  ) => {
    const args: ExecutionArgs = { schema, document, variableValues: variables, contextValue: { viewer } };
    return (await rendering(args, occasion).render(event)).text;
  };
  return { render, executed: () => looks };
}

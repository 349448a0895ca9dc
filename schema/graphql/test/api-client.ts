import { createYoga } from 'graphql-yoga';
import { type Context, schema } from '../src/index.ts';

export type Answer = {
  data?: unknown;
  errors?: { message: string; path?: string[]; extensions: { code: string } }[];
};

/** Carries out what a test asks with the schema itself, over no network. */
export function createApiClient(context: Context) {
  const yoga = createYoga({ schema, context, logging: false });
  const post = (accept: string, query: string, variables?: object) =>
    yoga.fetch('http://gateway.test/graphql', {
      method: 'POST',
      headers: { accept, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });

  return {
    asks: async (query: string, variables?: object): Promise<Answer> =>
      (await post('application/json', query, variables)).json(),

    /** Every message of a subscription, until it completes. */
    follows: async (query: string, variables?: object): Promise<Answer[]> => {
      const events = await (await post('text/event-stream', query, variables)).text();
      const messages = [...events.matchAll(/^event: next\ndata: (.*)$/gm)];
      return messages.map(([, data = '']) => JSON.parse(data));
    },
  };
}

/** The one top-level error of an answer. */
export const codeOf = ({ errors }: Answer): string | undefined => errors?.[0]?.extensions.code;

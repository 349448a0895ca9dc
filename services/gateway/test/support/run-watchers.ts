import { createClient } from 'graphql-ws';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Driver } from './driver.ts';

export const runChanged = (id: string) => `subscription { workflowRunChanged(id: "${id}") { revision } }`;

/** A number of subscriptions on one socket, each read up to a revision. */
export function runWatchers({ endpoint, authorization }: Driver, id: string, count: number) {
  const url = endpoint.replace('http', 'ws');
  const client = createClient({ url, connectionParams: authorization, webSocketImpl: WebSocket, retryAttempts: 0 });
  onTestFinished(async () => void (await client.dispose()));
  return Array.from({ length: count }, () => {
    const events = client.iterate<{ workflowRunChanged: { revision: number } }>({ query: runChanged(id) });
    const until = async (revision: number) => {
      for (;;) {
        const { done, value } = await events.next();
        if (done || value.errors) throw new Error(`The subscription ended: ${JSON.stringify(value)}`);
        if ((value.data?.workflowRunChanged.revision ?? 0) >= revision) return;
      }
    };
    return { until };
  });
}

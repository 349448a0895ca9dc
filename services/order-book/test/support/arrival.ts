import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

const arrivals = 'http.server.request.start';

/** Resolves when a request with this path has arrived at a server of this process. */
export const arrivalOf = (path: string): Promise<void> =>
  new Promise((resolve) => {
    const look = (message: unknown) => {
      if ((message as { request: IncomingMessage }).request.url !== path) return;
      unsubscribe(arrivals, look);
      resolve();
    };
    subscribe(arrivals, look);
  });

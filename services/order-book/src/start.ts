import { type Guard, type Log, loopbackOnly, serve } from '@waybill/platform';
import type { BooksSettings } from './infrastructure/open-books.ts';
import { openOrderBook } from './service.ts';

export type OrderBookServer = { url: string; stop: () => Promise<void> };

type Settings = BooksSettings & { log: Log; host?: string; port?: number; guard?: Guard; drainDelayMs?: number };

/** Serves the order book over HTTP until it is stopped. */
export async function startOrderBook({
  host = '127.0.0.1',
  port = 0,
  guard = loopbackOnly,
  drainDelayMs = 0,
  ...settings
}: Settings): Promise<OrderBookServer> {
  const service = await openOrderBook(settings);
  const listening = { host, port, guard, drainDelayMs, log: settings.log };
  const server = await serve(service.app, listening).catch(async (error: unknown) => {
    await service.close();
    throw error;
  });
  return {
    url: server.url,
    async stop() {
      await server.drain();
      service.letGo();
      await server.close();
      await service.close();
    },
  };
}

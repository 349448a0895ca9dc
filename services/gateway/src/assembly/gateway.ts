import { setTimeout as pause } from 'node:timers/promises';
import { createHttpServer } from '@waybill/platform';
import { createLimitPerUser } from '../execution/limits/limit-per-user.ts';
import { createQuota } from '../execution/limits/quota.ts';
import { createOperations } from '../execution/yoga.ts';
import { drain } from '../transports/shared/drain.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { createHttpBinding } from './http-binding.ts';
import { createLive } from './live.ts';
import { createGatewayMetrics, reportUsage } from './metrics.ts';
import { createPorts } from './ports.ts';
import { isStream } from './request-timing.ts';
import { createTransports } from './transports.ts';

export type Gateway = {
  url: string;
  /** What its clients keep open: connections, watches of orders and runs, and their subscribers. */
  usage: () => { connections: number; watches: number; subscribers: number };
  stop: () => Promise<void>;
};

/** Serves GraphQL over HTTP, server-sent events and WebSocket, all on one port. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { access, limits, registry, now, newId } = options;
  const live = createLive(options);
  const { watches, runs } = live;
  const quota = createQuota(limits.costPerSecond, now);
  const observe = registry && createGatewayMetrics(registry);
  const ports = createPorts(options, live, quota, observe?.observeVerdict);
  const connections = createLimitPerUser(limits.socketsPerUser);
  const http = createHttpBinding({ access, connections, now, newId });
  const operations = createOperations({ ...options, ports, peek: watches.peek, quota, http, observe });
  let isDraining = false;
  const stopping = new AbortController();
  const served = { operations, connections, observe, draining: () => isDraining, stopping: stopping.signal };
  const { answer, sockets, onFault } = createTransports(options, served);
  const server = createHttpServer({ answer, upgrade: sockets.upgrade, onFault });
  const url = await server.listen(options);
  if (registry) reportUsage({ connections, order: watches, run: runs.watches }, registry);

  return {
    url,
    usage: () => ({
      connections: connections.size,
      watches: watches.size + runs.watches.size,
      subscribers: watches.subscribers + runs.watches.subscribers,
    }),
    async stop() {
      isDraining = true;
      server.drain();
      await pause(options.drainDelayMs ?? 0);
      stopping.abort();
      await server.close(options.graceMs, async () => {
        // A client resumes a stream that is cut off; "complete" would mean that the order is closed.
        const streams = server.responses().filter(isStream);
        await Promise.all([sockets.drain(), drain(streams, (response) => response.destroy())]);
      });
      sockets.stop();
      live.stop();
    },
  };
}

import type { OrderOverrides, RunOverrides } from '@waybill/contracts/settings';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { Orders, Runs } from '@waybill/orders-client';
import type { Guard, Log } from '@waybill/platform';
import type { ProvidersClient } from '@waybill/providers-client';
import type { Registry } from 'prom-client';
import type { Access } from '../auth/access.ts';
import type { CodecServerOptions } from '../codec/options.ts';
import type { Limits } from '../execution/limits/limits.ts';
import type { Book, RunBook } from '../live/order-book.ts';
import type { DashboardOptions } from '../transports/http/dashboard/dashboard.ts';

export type GatewayOptions = {
  orders: Orders;
  runs: Runs;
  book: Book & { runs: RunBook } & Partial<Pick<OrderBookClient, 'close'>>;
  providers: Pick<ProvidersClient, 'inventory' | 'chaos' | 'context' | 'ready' | 'audit'>;
  access: Access;
  /** The built dashboard; without one the gateway serves everything else. */
  dashboard?: DashboardOptions | undefined;
  guard?: Guard;
  /** The codec server beside it; none without. */
  codec?: CodecServerOptions | undefined;
  limits: Limits;
  log: Log;
  /** Registry of its metrics; none if absent. */
  registry?: Registry | undefined;
  host: string;
  port: number;
  /** An order's page in the engine's own UI. */
  linkTo?: ((orderId: string) => string) | undefined;
  /** The same for a run. */
  linkToRun?: ((runId: string) => string) | undefined;
  /** How long a request waits for engine, order book and providers, all together. */
  requestTimeoutMs: number;
  verdictTimeoutMs: number;
  /** The values that orders placed here get instead of the defaults. */
  overrides?: OrderOverrides | undefined;
  /** The same for runs. */
  runOverrides?: RunOverrides | undefined;
  /**
   * How long a stopping gateway keeps serving while it is not ready, so that load balancers notice before it closes.
   */
  drainDelayMs?: number | undefined;
  /** How long connections may take to end by themselves when the gateway stops. */
  graceMs: number;
  now: () => Date;
  newId: () => string;
};

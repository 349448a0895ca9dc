import { Duration } from '@waybill/contracts';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

/** The environment of the chaos service. */
export const Settings = z.object({
  WAYBILL_CHAOS_PORT: port.default(3001),
  WAYBILL_CHAOS_HOST: z.string().default('127.0.0.1'),
  /** Where the embedded database keeps its files; without it, and without `DATABASE_URL`, all is gone at the end. */
  WAYBILL_CHAOS_DATA: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  /** How long the carrier takes to make a label. */
  WAYBILL_LABEL_TIME: Duration.default(20_000),
  /** Added to every call of a provider. */
  WAYBILL_CHAOS_LATENCY: Duration.default(0),
  /** How long a call that times out hangs before its connection is cut. */
  WAYBILL_CHAOS_HANG: Duration.default(30_000),
  /** A slow call is held up for a time between these two. */
  WAYBILL_CHAOS_SLOW_FROM: Duration.default(200),
  WAYBILL_CHAOS_SLOW_TO: Duration.default(2_000),
  /** Services that are asked about customers, places, weather and cats; without them the answers are made up. */
  WAYBILL_CUSTOMERS_URL: z.url().optional(),
  WAYBILL_LOCATION_URL: z.url().optional(),
  WAYBILL_WEATHER_URL: z.url().optional(),
  WAYBILL_CAT_FACT_URL: z.url().optional(),
  /** `on` opens the endpoints that say how calls fail. */
  CHAOS_CONTROL: z.enum(['on', 'off']).default('off'),
  LOG_LEVEL: z.string().default('info'),
});
export type Settings = z.infer<typeof Settings>;

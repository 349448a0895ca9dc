import { Duration } from '@waybill/contracts';
import { fulfillment, shipment } from '@waybill/contracts/words';
import { z } from 'zod';

const queues = [fulfillment.taskQueue, shipment.taskQueue] as const;
export type Queue = (typeof queues)[number];

const Count = z.coerce.number().int().min(1);

/** What a worker is told by its environment. */
export const WorkerSettings = z.object({
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  WAYBILL_CHAOS_URL: z.url().default('http://127.0.0.1:3001'),
  WAYBILL_ORDER_BOOK_URL: z.url().default('http://127.0.0.1:3002'),
  /** One queue, or several with commas between them. */
  WAYBILL_WORKER_QUEUES: z
    .string()
    .default(queues.join(','))
    .transform((list) => list.split(',').map((queue) => queue.trim()))
    .pipe(z.array(z.enum(queues)).min(1)),
  WAYBILL_WORKER_IDENTITY: z.string().optional(),
  WAYBILL_WORKER_ACTIVITIES: Count.default(100),
  WAYBILL_WORKER_WORKFLOW_TASKS: Count.default(40),
  /** Names the build of this worker, in the engine's UI and in every history. */
  WAYBILL_WORKER_BUILD_ID: z.string().default('development'),
  /** `on`: the engine routes tasks by build, and this one takes none before it is made current. */
  WAYBILL_WORKER_VERSIONING: z.enum(['on', 'off']).default('off'),
  /** How often the order book is compared with the engine. */
  WAYBILL_AUDIT_EVERY: Duration.default(5 * 60_000),
  WAYBILL_LABEL_HEARTBEAT: Duration.default(5_000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
});
export type WorkerSettings = z.infer<typeof WorkerSettings>;

import type { SettingsOf } from '@waybill/contracts/settings';

/** What a worker is told by its environment. */
export type WorkerSettings = SettingsOf<'worker'>;
export type Queue = WorkerSettings['WAYBILL_WORKER_QUEUES'][number];

import { chaos } from './chaos.ts';
import { connection } from './connection.ts';
import { engine } from './engine.ts';
import { gateway } from './gateway.ts';
import { limits } from './limits.ts';
import { orderBook } from './order-book.ts';
import { patience } from './patience.ts';
import { queues } from './queues.ts';
import type { Settings } from './setting.ts';
import { shared } from './shared.ts';
import { testing } from './testing.ts';
import { worker } from './worker.ts';

/** All settings. A `WAYBILL_` name that is not in this table is refused by every process of the system. */
export const table = {
  ...shared,
  ...connection,
  ...gateway,
  ...limits,
  ...chaos,
  ...orderBook,
  ...worker,
  ...queues,
  ...patience,
  ...engine,
  ...testing,
} as const satisfies Settings;

/** The settingGroups of docs/settings.md. */
export const settingGroups: readonly [string, Settings][] = [
  ['Everywhere', shared],
  ['Connection to the engine', connection],
  ['Gateway', gateway],
  ['Limits of the gateway', limits],
  ['Providers', chaos],
  ['Order book', orderBook],
  ['Workers', worker],
  ['Task queues', queues],
  ['Patience', patience],
  ['The engine of `npm start`', engine],
  ['Tests', testing],
];

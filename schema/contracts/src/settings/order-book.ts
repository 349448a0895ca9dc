import { host, path, port } from './kinds.ts';
import type { Settings } from './setting.ts';

export const orderBook = {
  WAYBILL_ORDER_BOOK_HOST: {
    is: host,
    default: '127.0.0.1',
    by: ['order-book', 'stack'],
    means: 'the address it binds to',
  },
  WAYBILL_ORDER_BOOK_PORT: {
    is: port,
    default: '3002',
    by: ['order-book', 'stack'],
    means: 'the port that it listens on',
  },
  WAYBILL_ORDER_BOOK_DATA: {
    is: path,
    by: ['order-book', 'stack'],
    means: 'folder of its embedded database; in memory if absent; `npm start` keeps it in its state folder',
  },
} as const satisfies Settings;

import { host, path, port } from './kinds.ts';
import type { Settings } from './setting.ts';

export const orderBook = {
  WAYBILL_ORDER_BOOK_HOST: {
    is: host,
    default: '127.0.0.1',
    by: ['order-book', 'stack'],
    means: 'the address it binds to',
  },
  WAYBILL_ORDER_BOOK_PORT: { is: port, default: '3002', by: ['order-book', 'stack'], means: 'where it listens' },
  WAYBILL_ORDER_BOOK_DATA: {
    is: path,
    by: ['order-book', 'stack'],
    means: 'folder of its database in the process; in memory without; `npm start` puts it in its state',
  },
} as const satisfies Settings;

import type { Effects } from './effect.ts';
import { gatewayEffect } from './gateway-effects.ts';
import { book, providers } from './services.ts';
import { found, told } from './stack.ts';
import { stateDir } from './state-folder.ts';

/** What a process reads of where it listens, and `npm start` of where it is found. */
export const addressEffects = {
  WAYBILL_GATEWAY_HOST: {
    given: '127.0.0.2',
    on: {
      gateway: [gatewayEffect(({ host }) => host), '127.0.0.2'],
      stack: [found('gateway'), 'http://127.0.0.2:4000'],
    },
  },
  WAYBILL_GATEWAY_PORT: {
    given: '7000',
    on: { gateway: [gatewayEffect(({ port }) => port), 7_000], stack: [found('gateway'), 'http://127.0.0.1:7000'] },
  },
  WAYBILL_CHAOS_HOST: {
    given: '127.0.0.2',
    on: {
      chaos: [providers(({ listening }) => listening.host), '127.0.0.2'],
      stack: [found('chaos'), 'http://127.0.0.2:3001'],
    },
  },
  WAYBILL_CHAOS_PORT: {
    given: '7001',
    on: {
      chaos: [providers(({ listening }) => listening.port), 7_001],
      stack: [found('chaos'), 'http://127.0.0.1:7001'],
    },
  },
  WAYBILL_CHAOS_DATA: {
    given: '/data/chaos',
    on: {
      chaos: [providers(({ tables }) => tables.dataDir), '/data/chaos'],
      stack: [told('chaos service', 'WAYBILL_CHAOS_DATA', stateDir), '/data/chaos'],
    },
  },
  WAYBILL_ORDER_BOOK_HOST: {
    given: '127.0.0.2',
    on: { 'order-book': [book(({ host }) => host), '127.0.0.2'], stack: [found('orderBook'), 'http://127.0.0.2:3002'] },
  },
  WAYBILL_ORDER_BOOK_PORT: {
    given: '7002',
    on: { 'order-book': [book(({ port }) => port), 7_002], stack: [found('orderBook'), 'http://127.0.0.1:7002'] },
  },
  WAYBILL_ORDER_BOOK_DATA: {
    given: '/data/book',
    on: {
      'order-book': [book(({ dataDir }) => dataDir), '/data/book'],
      stack: [told('order book', 'WAYBILL_ORDER_BOOK_DATA', stateDir), '/data/book'],
    },
  },
  WAYBILL_TEMPORAL_UI_URL: {
    given: 'https://ui.example',
    on: {
      gateway: [
        gatewayEffect(({ linkTo }) => linkTo?.('O')),
        'https://ui.example/namespaces/default/workflows/order-O',
      ],
      stack: [told('gateway', 'WAYBILL_TEMPORAL_UI_URL', stateDir), 'https://ui.example'],
    },
  },
} satisfies Partial<Effects>;

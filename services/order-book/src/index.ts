export { type OrderBookService, openOrderBook } from './service.ts';
export { type OrderBookServer, startOrderBook } from './start.ts';

export * from './duration.ts';
export * from './host.ts';
export * from './limits.ts';
export * from './money.ts';
export * from './order.ts';
export * from './order-book.ts';
export { JournalEntry, OrderState } from './order-state.ts';
export * from './problem.ts';
export * from './providers/index.ts';

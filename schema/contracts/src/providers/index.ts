export * from './chaos.ts';
export * from './inventory.ts';
export * from './notification.ts';
export * from './payment.ts';
export * from './shipping.ts';
export * from './undo.ts';

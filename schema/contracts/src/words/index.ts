export * from './commands.ts';
export * from './names.ts';
export * from './order.ts';
export * from './placed.ts';
export * from './refusals.ts';
export * from './shipping.ts';
export * from './statuses.ts';
export * from './steps.ts';

import './viewer/viewer.ts';
import './order/order.ts';
import { builder } from './builder.ts';

export const schema = builder.toSchema();
export type { Context, Viewer } from './builder.ts';
export type { CatalogueDesk } from './catalogue/desk.ts';
export * from './chaos/desk.ts';
export * from './order/desk.ts';
export * from './order/errors.ts';
export { badUserInput } from './refused.ts';

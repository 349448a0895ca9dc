export { type Cuttable, cuttable } from './cuttable.ts';
export { anOrder } from './order.ts';
export { openStage, type Stage, type Written, type WrittenRun } from './stage.ts';

export { type Cuttable, cuttable } from './cuttable.ts';
export { anOrder } from './order.ts';
export { openTestEngine, type TestEngine, type Written, type WrittenRun } from './test-engine.ts';

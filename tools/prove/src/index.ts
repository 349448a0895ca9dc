export { type Proof, proofs, vitest } from './proofs.ts';
export { runProofs } from './run.ts';
export { type Result, summary } from './summary.ts';

export { missing } from './needs.ts';
export { type Proof, vitest } from './proof.ts';
export { proofs } from './proofs.ts';
export { runProofs } from './run.ts';
export { type Result, summary } from './summary.ts';

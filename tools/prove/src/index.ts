export { type Proof, proofs } from './proofs.ts';
export { type Result, summary } from './summary.ts';

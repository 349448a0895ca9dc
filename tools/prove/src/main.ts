import { proofs } from './proofs.ts';
import { runProofs } from './run.ts';

runProofs(proofs, process.argv.slice(2));

import { runProofs } from '@waybill/prove';
import { proofs } from './proofs.ts';

runProofs(proofs, process.argv.slice(2));

// The order book's own rules for runs, for tests whose book is in memory.
export { upToTheEnd } from '../src/domain/advance.ts';
export { isLastWordOnRun, isRefund, type RunStanding, runAdvances } from '../src/domain/advance-run.ts';
export { BookRefused } from '../src/domain/refused.ts';

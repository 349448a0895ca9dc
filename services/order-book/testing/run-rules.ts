// The order book's own rules for runs, for tests whose book is in memory.
export { refuseLowerEpoch, upToTheEnd } from '../src/domain/advance.ts';
export {
  isByAnother,
  isLastWordOnRun,
  isRefund,
  type RunStanding,
  refuseLate,
  runAdvances,
} from '../src/domain/advance-run.ts';
export { BookRefused } from '../src/domain/refusals.ts';

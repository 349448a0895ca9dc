import { root } from './build-facts.ts';
import { usage } from './problems.ts';

/** The clone that this program was built in, which has a stack and its logs. */
export function cloneRoot(): string {
  if (!root) throw usage('This needs a clone of Waybill: there, `npx --no waybill` runs it');
  return root;
}

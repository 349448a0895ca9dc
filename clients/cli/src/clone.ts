import { root } from './build-facts.ts';
import { usage } from './problems/problems.ts';

/** Returns the clone that this program was built in, which has a stack and its logs. */
export function cloneRoot(): string {
  if (!root) throw usage('This command needs a clone of Waybill: run it there with `npx --no waybill`');
  return root;
}

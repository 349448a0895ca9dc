import { condition } from '@temporalio/workflow';

/** Resolves when everything that the events of one activation set off has been done, so that its changes are written at once. */
export async function settle(revision: () => number): Promise<void> {
  for (let seen = -1; seen !== revision(); ) {
    seen = revision();
    await everythingElse();
  }
}

/** A condition that is not true at once is evaluated again when nothing else is left to run. */
async function everythingElse(): Promise<void> {
  let looks = 0;
  await condition(() => looks++ > 0);
}

import { condition } from '@temporalio/workflow';

/**
 * Resolves when all reactions to the events of one activation are complete, so that its changes are written together.
 */
export async function settle(revision: () => number): Promise<void> {
  for (let seen = -1; seen !== revision(); ) {
    seen = revision();
    await everythingElse();
  }
}

/** A condition that is not true at first is evaluated again when nothing else is left to run. */
async function everythingElse(): Promise<void> {
  let looks = 0;
  await condition(() => looks++ > 0);
}

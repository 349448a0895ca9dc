import { condition } from '@temporalio/workflow';

/** Resolves when all that the events of this moment have set off has been done, so that its changes go as one. */
export async function allIsQuiet(revision: () => number): Promise<void> {
  for (let seen = -1; seen !== revision(); ) {
    seen = revision();
    await everythingElse();
  }
}

/** A condition that is not true at once is looked at again when nothing else is left to run. */
async function everythingElse(): Promise<void> {
  let looks = 0;
  await condition(() => looks++ > 0);
}

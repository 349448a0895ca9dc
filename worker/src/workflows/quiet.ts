import { condition } from '@temporalio/workflow';

/** What follows an event goes from one condition to the next so many times at most before it schedules something. */
const longestChain = 10;

/** Resolves when all that the events of this moment have set off has been done, so that its changes go as one. */
export async function allIsQuiet(): Promise<void> {
  for (let link = 0; link < longestChain; link++) await everythingElse();
}

/** A condition that is not true at once is looked at again when nothing else is left to run. */
async function everythingElse(): Promise<void> {
  let looks = 0;
  await condition(() => looks++ > 0);
}

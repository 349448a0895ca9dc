import { openSandbox } from '@waybill/temporal-simulator';
import { createRunActivities } from '../../src/index.ts';
import { bundled, theWorkflows } from '../support/workflow-code.ts';

/** Plays the workflows as they are, with the names of the activities of runs. */
export const openRunSandbox = async () =>
  openSandbox(await bundled(theWorkflows), Object.keys(createRunActivities({ providers: {}, book: {} } as never)));

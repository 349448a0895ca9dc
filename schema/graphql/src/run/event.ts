import type { RunEntry } from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { entryFields } from '../journal/entry.ts';
import { createConnection } from '../page/connection.ts';
import { RunEventType } from './enums.ts';

export const RunEvent = builder.objectRef<RunEntry>('RunEvent').implement({
  description: 'An entry in the journal of a run.',
  fields: (t) => ({
    ...entryFields(t),
    type: t.expose('type', { type: RunEventType, description: 'Type of the entry.' }),
    step: t.exposeString('step', { nullable: true, description: 'The step concerned; null if none.' }),
  }),
});

export const RunTimelineConnection = createConnection(RunEvent, {
  name: 'RunTimeline',
  description: "A page of the run's journal, oldest entry first.",
  entries: 'entries',
  entry: 'journal entry',
});

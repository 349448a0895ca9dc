import type { JournalEntry, RunEntry } from '@waybill/contracts/domain';
import type { FieldBuilder } from '../builder/builder.ts';
import { visibleDetail, visiblePlacer } from '../viewer/privacy.ts';

/** The fields that journal entries of orders and of runs have in common. */
export const entryFields = <Entry extends JournalEntry | RunEntry>(t: FieldBuilder<Entry>) => ({
  cursor: t.field({
    type: 'Cursor',
    description: 'Cursor to resume after this entry.',
    resolve: ({ seq }) => String(seq),
  }),
  seq: t.int({ description: 'Sequence number: 1, 2, 3, without gaps.', resolve: ({ seq }) => seq }),
  at: t.field({ type: 'DateTime', description: 'Time of the event.', resolve: ({ at }) => at }),
  actor: t.string({
    nullable: true,
    description: 'Id of the person who caused the entry; null for the system, and for customers if it was staff.',
    resolve: ({ actor }, _args, context) => visiblePlacer(actor, context),
  }),
  detail: t.field({
    type: 'JSON',
    nullable: true,
    description:
      'Additional data, depending on the type; null if there is none. Customers do not see notes of staff, nor the reason of a refund by staff.',
    resolve: ({ detail, ...caused }, _args, context) => visibleDetail(detail, context, caused),
  }),
});

import { useRunEvents } from '@waybill/client/react';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Entries } from '../order/journal/entries.tsx';

export function RunJournal({ id }: { id: string }) {
  const { events, error } = useRunEvents(id);
  if (error) return <Problem error={error} />;
  return events.length === 0 ? <Skeleton label="The journal" /> : <Entries entries={events} />;
}

import { Problem } from '../../../components/problem.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { useJournal } from '../../../order/use-journal.ts';
import { Entries } from './entries.tsx';

/** Who did what and when, oldest first, live. */
export function Journal({ id }: { id: string }) {
  const { entries, error } = useJournal(id);
  if (error) return <Problem error={error} />;
  if (entries.length === 0) return <Skeleton label="The journal" />;
  return <Entries entries={entries} />;
}

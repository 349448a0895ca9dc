import { useParams } from '@tanstack/react-router';
import { useRun } from '@waybill/client/react';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { RunView } from './run-view.tsx';

export function RunPage() {
  const { id } = useParams({ from: '/shell/runs/$id' });
  const { run, error } = useRun(id);
  if (run) return <RunView run={run} />;
  if (error) return <Problem error={error} />;
  return <Skeleton label={`Run ${id}`} />;
}

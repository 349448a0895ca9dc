import { useParams } from '@tanstack/react-router';
import { PageHead } from '../../components/page-head.tsx';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useLiveRun } from '../../run/use-live-run.ts';
import { RunView } from './run-view.tsx';

export function RunPage() {
  const { id } = useParams({ from: '/shell/runs/$id' });
  const { run, error, onAnswer } = useLiveRun(id);
  if (run) return <RunView run={run} onAnswer={onAnswer} />;
  if (error)
    return (
      <>
        <PageHead title={id} />
        <Problem error={error} />
      </>
    );
  return <Skeleton label={`Run ${id}`} />;
}

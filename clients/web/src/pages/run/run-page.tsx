import { useParams } from '@tanstack/react-router';
import type { RunDetailsFragment } from '@waybill/client';
import { useRun } from '@waybill/client/react';
import { useState } from 'react';
import { PageHead } from '../../components/page-head.tsx';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { RunView } from './run-view.tsx';

export function RunPage() {
  const { id } = useParams({ from: '/shell/runs/$id' });
  const { run, error } = useRun(id);
  const [answered, setAnswered] = useState<RunDetailsFragment>();
  // A closed run is not followed any more, so the change by a refund is known only from its response.
  const newest = run?.closedAt && answered?.id === id ? answered : run;
  if (newest) return <RunView run={newest} onAnswer={setAnswered} />;
  if (error)
    return (
      <>
        <PageHead title={id} />
        <Problem error={error} />
      </>
    );
  return <Skeleton label={`Run ${id}`} />;
}

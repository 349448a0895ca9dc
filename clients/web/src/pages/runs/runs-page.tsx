import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRuns } from '@waybill/client/react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useHeldRuns } from '../../run/use-held-runs.ts';
import { FreshOrders } from '../orders/table/fresh-orders.tsx';
import { useLeavingRows } from '../orders/table/use-leaving-rows.ts';
import { OlderRuns } from './older-runs.tsx';
import { RunFilters } from './run-filters.tsx';
import { RunTable } from './run-table.tsx';
import type { RunsSearch } from './runs-search.ts';
import { type StartedKind, startedKinds, startWords } from './start/kinds.ts';
import { StartDialog } from './start/start-dialog.tsx';

/** All workflows other than orders: starts them and shows their progress. */
export function RunsPage() {
  const search = useSearch({ from: '/shell/runs' });
  const navigate = useNavigate({ from: '/runs' });
  const change = (part: RunsSearch) => void navigate({ search: (last) => ({ ...last, ...part }), resetScroll: false });
  return (
    <>
      <PageHead title="Runs">
        {startedKinds.map((kind) => (
          <Start key={kind} kind={kind} onStart={(start) => change({ start })} />
        ))}
      </PageHead>
      <RunFilters search={search} onChange={change} />
      <Runs key={`${search.kind} ${search.status}`} {...search} />
      {search.start && (
        <StartDialog
          kind={search.start}
          onClose={() => change({ start: undefined })}
          onStarted={(id) => void navigate({ to: '/runs/$id', params: { id } })}
        />
      )}
    </>
  );
}

const Start = ({ kind, onStart }: { kind: StartedKind; onStart: (kind: StartedKind) => void }) => (
  <Button onClick={() => onStart(kind)}>
    <Icon name="plus" />
    {startWords[kind]}
  </Button>
);

function Runs(search: RunsSearch) {
  const [attempt, setAttempt] = useState(0);
  return <LiveRuns key={attempt} {...search} onRetry={() => setAttempt(attempt + 1)} />;
}

const livePage = 50;

function LiveRuns({ kind, status, onRetry }: RunsSearch & { onRetry: () => void }) {
  const filter = { ...(kind && { kind: [kind] }), ...(status && { status: [status] }) };
  const { runs, loading, error } = useRuns(filter, { first: livePage });
  const { rows, fresh, showFresh, dropLeft } = useHeldRuns(runs);
  const leaving = useLeavingRows({ rows, drop: dropLeft });
  if (error) return <Problem error={error} onRetry={onRetry} />;
  if (loading) return <Skeleton label="The list of runs" />;
  if (rows.length === 0) {
    return <Notice icon="flow" title="No runs match" text="A new run appears here immediately." />;
  }
  return (
    <>
      <FreshOrders count={fresh} onShow={showFresh} />
      <RunTable rows={rows} {...leaving} />
      {rows.length >= livePage && <OlderRuns filter={filter} newer={rows} />}
    </>
  );
}

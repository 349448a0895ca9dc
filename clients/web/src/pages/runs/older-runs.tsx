import type { RunStatus, WorkflowKind } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Problem } from '../../components/problem.tsx';
import { firstPage } from '../../data/first-page.ts';
import { usePages } from '../../data/use-pages.ts';
import type { RunRow } from '../../run/held-runs.ts';
import { RunTable } from './run-table.tsx';
import styles from './runs.module.css';

type OlderRunsProps = { filter: { kind?: WorkflowKind[]; status?: RunStatus[] }; newer: readonly RunRow[] };

/** Older runs, page by page, as they were when they were loaded. */
export function OlderRuns(props: OlderRunsProps) {
  const [wanted, setWanted] = useState(false);
  if (wanted) return <Pages {...props} />;
  return (
    <p className={styles.more}>
      <Button onClick={() => setWanted(true)}>Show older runs</Button>
    </p>
  );
}

function Pages({ filter, newer }: OlderRunsProps) {
  const client = useWaybill();
  const { items, loading, complete, error, more } = usePages('older runs', (after, signal) =>
    firstPage(client.runs.list(filter, { after, pageSize: 100, signal })),
  );
  const known = new Set(newer.map(({ run }) => run.id));
  const older = items.filter(({ id }) => !known.has(id)).map((run) => ({ run, left: false }));
  return (
    <>
      {older.length > 0 && <RunTable rows={older} aria-label="Older runs" />}
      {error !== undefined && <Problem error={error} onRetry={more} />}
      {!complete && error === undefined && (
        <p className={styles.more}>
          <Button busy={loading} onClick={more}>
            {loading ? 'Loading older runs …' : 'More'}
          </Button>
        </p>
      )}
    </>
  );
}

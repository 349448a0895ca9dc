import type { EngineEventFragment } from '@waybill/client';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { Notice } from '../components/notice.tsx';
import { Problem } from '../components/problem.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import type { ReadPage } from '../data/page-list.ts';
import { usePages } from '../data/use-pages.ts';
import { isOperator, useViewer } from '../session/viewer.tsx';
import { EngineEvent } from './engine-event.tsx';
import styles from './engine-history.module.css';

type EngineHistoryProps = { of: string; read: ReadPage<EngineEventFragment>; workflow: string | null | undefined };

/** The events that the workflow engine has recorded, newest first, for operators. */
export const EngineHistory = (props: EngineHistoryProps) =>
  isOperator(useViewer()) ? (
    <Events {...props} />
  ) : (
    <Notice icon="user" title="No access" text="Operators can read what the workflow engine has recorded." />
  );

function Events({ of, read, workflow }: EngineHistoryProps) {
  const { items, loading, complete, error, more, again } = usePages(of, read);
  if (items.length === 0 && error) return <Problem error={error} onRetry={more} />;
  if (items.length === 0 && loading) return <Skeleton label="The history" />;
  if (items.length === 0)
    return (
      <Notice icon="clock" title="No history" text="The engine has already deleted it; the journal is kept forever." />
    );
  return (
    <section className={styles.history} aria-label="Engine history">
      <p className={styles.bar}>
        <Button onClick={again}>
          <Icon name="retry" /> Read again
        </Button>
        {workflow && <a href={workflow}>Workflow in Temporal</a>}
      </p>
      <ol>
        {items.map((event) => (
          <EngineEvent key={event.id} event={event} />
        ))}
      </ol>
      {error ? <Problem error={error} onRetry={more} /> : null}
      {!complete && !error && (
        <Button busy={loading} onClick={more}>
          Older events
        </Button>
      )}
    </section>
  );
}

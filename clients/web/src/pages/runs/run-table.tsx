import { Link } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { LongId } from '../../components/long-id.tsx';
import type { RunRow } from '../../run/held-runs.ts';
import { RunStatus } from '../../run/run-status.tsx';
import { aboutRun, kindWord } from '../../run/words.ts';
import { Moment } from '../../time/moment.tsx';
import styles from './runs.module.css';

type RunTableProps = { rows: readonly RunRow[] } & ComponentProps<'table'>;

/** A table; on a phone each run is a card. */
export const RunTable = ({ rows, ...props }: RunTableProps) => (
  <table {...props} className={`${styles.table} ${styles.runs}`}>
    <thead>
      <tr>
        <th scope="col">Run</th>
        <th scope="col">Status</th>
        <th scope="col">About</th>
        <th scope="col">Started</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ run, left }) => (
        <tr key={run.id} data-left={left || undefined}>
          <th scope="row">
            <Link to="/runs/$id" params={{ id: run.id }} title={run.id} aria-label={run.id}>
              <LongId id={run.id} />
            </Link>
            <small>{kindWord(run.kind)}</small>
          </th>
          <td>
            <RunStatus status={run.status} />
          </td>
          <td>
            <span className={styles.text} title={aboutRun(run)}>
              {left ? 'No longer in this list' : <bdi>{aboutRun(run)}</bdi>}
            </span>
          </td>
          <td>
            <span className={styles.text} title={`by ${run.startedBy}`}>
              <Moment at={run.startedAt} />{' '}
              <small>
                by <bdi>{run.startedBy}</bdi>
              </small>
            </span>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

import { Link } from '@tanstack/react-router';
import type { RunSummaryFragment } from '@waybill/client';
import { RunStatus } from '../../run/run-status.tsx';
import { aboutRun, kindWord } from '../../run/words.ts';
import { Moment } from '../../time/moment.tsx';
import styles from './runs.module.css';

/** A table; on a phone each run is a card. */
export const RunTable = ({ runs }: { runs: readonly RunSummaryFragment[] }) => (
  <table className={styles.table}>
    <thead>
      <tr>
        <th scope="col">Run</th>
        <th scope="col">Status</th>
        <th scope="col">About</th>
        <th scope="col">Started</th>
      </tr>
    </thead>
    <tbody>
      {runs.map((run) => (
        <tr key={run.id}>
          <th scope="row">
            <Link to="/runs/$id" params={{ id: run.id }}>
              {run.id}
            </Link>
            <small>{kindWord(run.kind)}</small>
          </th>
          <td>
            <RunStatus status={run.status} />
          </td>
          <td>{aboutRun(run)}</td>
          <td>
            <Moment at={run.startedAt} /> <small>by {run.startedBy}</small>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

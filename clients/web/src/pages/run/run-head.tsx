import { Link } from '@tanstack/react-router';
import type { RunDetailsFragment } from '@waybill/client';
import { Progress } from '../../components/progress.tsx';
import tones from '../../components/tone.module.css';
import { RunStatus } from '../../run/run-status.tsx';
import { kindWord, runStatusWords } from '../../run/words.ts';
import { usePreferences } from '../../session/preferences.ts';
import { Countdown } from '../../time/countdown.tsx';
import { shortTime } from '../../time/format.ts';
import { Moment } from '../../time/moment.tsx';
import { serverClock } from '../../time/server-clock.ts';
import { Fact } from '../order/fact.tsx';
import styles from '../order/order-head.module.css';
import { runHeadline } from './run-headline.ts';

/** What the run does or did, first and large; then since when, and by whom. */
export function RunHead({ run }: { run: RunDetailsFragment }) {
  const { zone } = usePreferences();
  const { sentence, until } = runHeadline(run, (iso) => shortTime(iso, zone, serverClock.now()));
  const { tone } = runStatusWords(run.status);
  return (
    <header className={`${styles.head} ${tones[tone]}`}>
      <p className={styles.path}>
        <Link to="/runs" activeOptions={{ exact: true }}>
          Runs
        </Link>
        <span aria-hidden="true">/</span>
        <span className={styles.id}>{run.id}</span>
      </p>
      <div className={styles.lead}>
        <h1 aria-live="polite">{sentence}</h1>
        {until && (
          <p className={styles.countdown}>
            <Countdown until={until} />
          </p>
        )}
      </div>
      {run.progress !== null && <Progress value={run.progress} label="Progress of the run" tone={tone} />}
      <dl className={styles.facts}>
        <Fact name="Status">
          <RunStatus status={run.status} />
        </Fact>
        <Fact name="Kind">{kindWord(run.kind)}</Fact>
        <Fact name="Started">
          <Moment at={run.startedAt} /> by {run.startedBy}
        </Fact>
        {run.closedAt && (
          <Fact name="Closed">
            <Moment at={run.closedAt} />
          </Fact>
        )}
        {run.links?.temporalUi && (
          <Fact name="Engine">
            <a href={run.links.temporalUi}>Workflow</a>
          </Fact>
        )}
      </dl>
    </header>
  );
}

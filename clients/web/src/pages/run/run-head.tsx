import type { RunDetailsFragment } from '@waybill/client';
import { Progress } from '../../components/progress.tsx';
import { RunStatus } from '../../run/run-status.tsx';
import { kindWord, runStatusWords } from '../../run/words.ts';
import { usePreferences } from '../../session/preferences.ts';
import { shortTime } from '../../time/format.ts';
import { Moment } from '../../time/moment.tsx';
import { serverClock } from '../../time/server-clock.ts';
import { Fact } from '../order/fact.tsx';
import styles from '../order/order-head.module.css';
import { PageHead } from '../order/page-head.tsx';
import { runHeadline } from './run-headline.ts';

/** The headline of the run; then its time and its actor. */
export function RunHead({ run }: { run: RunDetailsFragment }) {
  const { zone } = usePreferences();
  const headline = runHeadline(run, (iso) => shortTime(iso, zone, serverClock.now()));
  const { tone } = runStatusWords(run.status);
  return (
    <PageHead list="/runs" id={run.id} headline={headline} tone={tone}>
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
            <a href={run.links.temporalUi}>Workflow in Temporal</a>
          </Fact>
        )}
      </dl>
    </PageHead>
  );
}

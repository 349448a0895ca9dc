import { useWaybill } from '@waybill/client/react';
import { Badge } from '../../components/badge.tsx';
import { Panel } from '../../components/panel.tsx';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { useInterval } from '../../data/use-interval.ts';
import { plain } from '../../order/words.ts';
import { Moment } from '../../time/moment.tsx';
import styles from './overview.module.css';

const everyMs = 15_000;

/** The health of the services, polled while it is visible. */
export function Services() {
  const client = useWaybill();
  const { answer, error, retry } = useAnswer('services', (signal) => client.services({ signal }));
  useInterval(retry, everyMs);
  if (error && !answer) return <Problem error={error} onRetry={retry} />;
  if (!answer) return <Skeleton label="The list of services" lines={2} />;
  return (
    <Panel title="Services">
      <ul className={styles.services}>
        {answer.map(({ name, ok, since, detail }) => (
          <li key={name}>
            <strong>{plain(name.replaceAll('-', '_'))}</strong>
            <Badge tone={ok ? 'good' : 'bad'}>{ok ? 'Up' : 'Down'}</Badge>
            <small>
              seen since <Moment at={since} />
              {detail && `: ${detail}`}
            </small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

import { Link } from '@tanstack/react-router';
import { Panel } from '../../components/panel.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import tones from '../../components/tone.module.css';
import { statusWords } from '../../order/words.ts';
import { useCounts } from '../../shell/counts.tsx';
import styles from './overview.module.css';

/** How many orders have each status, live. */
export function Counts() {
  const counts = useCounts();
  if (!counts) return <Skeleton label="The count by status" lines={2} />;
  return (
    <Panel title="By status" aside={<span>{counts.total.toLocaleString('en')} in all</span>}>
      <ul className={styles.counts}>
        {counts.byStatus.map(({ status, count }) => {
          const { word, tone } = statusWords(status);
          return (
            <li key={status} className={count > 0 ? tones[tone] : tones.calm}>
              <Link to="/orders" search={{ status }}>
                <data value={count}>{count.toLocaleString('en')}</data>
                <span>{word}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

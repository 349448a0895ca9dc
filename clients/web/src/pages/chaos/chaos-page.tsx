import type { FaultsFragment } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { useState } from 'react';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { useViewer } from '../../session/viewer.tsx';
import { Books } from './books.tsx';
import { CallLog } from './call-log.tsx';
import styles from './chaos.module.css';
import { Pins } from './pins.tsx';
import { Profiles } from './profiles.tsx';
import { Shares } from './shares.tsx';

/** The faults that the providers inject, their calls, and whether their books balance. */
export function ChaosPage() {
  const { role } = useViewer();
  return (
    <>
      <PageHead title="Chaos" />
      {role === 'OPERATOR' ? <Panels /> : <ClosedForYou />}
    </>
  );
}

const ClosedForYou = () => (
  <Notice icon="user" title="No access" text="Operators choose the faults of the providers here." />
);

function Panels() {
  const client = useWaybill();
  const { answer, error, retry } = useAnswer('chaos', (signal) => client.chaos.get({ signal }));
  if (answer) return <Faults initial={answer} />;
  if (error) return <Problem error={error} onRetry={retry} />;
  return <Skeleton label="The faults" />;
}

function Faults({ initial }: { initial: FaultsFragment }) {
  const [faults, setFaults] = useState(initial);
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        {faults.enabled ? (
          <>
            <Profiles faults={faults} onChange={setFaults} />
            <Shares faults={faults} onChange={setFaults} />
            <Pins faults={faults} onChange={setFaults} />
          </>
        ) : (
          <Notice icon="bolt" title="No faults here" text="This deployment does not allow injecting faults." />
        )}
      </div>
      <div className={styles.column}>
        <Books />
        <CallLog />
      </div>
    </div>
  );
}

import type { FaultsFragment } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { useState } from 'react';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { useInterval } from '../../data/use-interval.ts';
import { useViewer } from '../../session/viewer.tsx';
import { Books } from './books.tsx';
import { CallLog } from './call-log.tsx';
import styles from './chaos.module.css';
import { Pins } from './pins.tsx';
import { type FaultsProps, Profiles } from './profiles.tsx';
import { Shares } from './shares.tsx';

/** Somebody else may change the faults. */
const everyMs = 5_000;

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
  const [changed, setChanged] = useState<{ faults: FaultsFragment; since: typeof answer }>();
  useInterval(retry, everyMs);
  /** A response that was on its way when they were changed is not waited for: it may be older. */
  const change = (faults: FaultsFragment) => {
    setChanged({ faults, since: answer });
    retry();
  };
  if (answer) return <Faults faults={changed?.since === answer ? changed.faults : answer} onChange={change} />;
  if (error) return <Problem error={error} onRetry={retry} />;
  return <Skeleton label="The faults" />;
}

function Faults({ faults, onChange }: FaultsProps) {
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        {faults.enabled ? (
          <>
            <Profiles faults={faults} onChange={onChange} />
            <Shares faults={faults} onChange={onChange} />
            <Pins faults={faults} onChange={onChange} />
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

import type { ChaosProfile, FaultsFragment } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import type { FormEvent } from 'react';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Panel } from '../../components/panel.tsx';
import { VerdictLine } from '../../order/verdict-line.tsx';
import { plain } from '../../order/words.ts';
import styles from './chaos.module.css';
import { useFaultChange } from './use-fault-change.ts';

export type FaultsProps = { faults: FaultsFragment; onChange: (faults: FaultsFragment) => void };

const profiles = [
  ['CALM', 'Every call succeeds'],
  ['FLAKY', 'A third succeeds, a third fails, a third times out'],
  ['STORM', 'Every operation fails often, in typical ways'],
] as const satisfies readonly (readonly [ChaosProfile, string])[];

/** The fault profile, and the seed that makes it repeatable. */
export function Profiles({ faults, onChange }: FaultsProps) {
  const { chaos } = useWaybill();
  const { change, busy, verdict } = useFaultChange(onChange);
  const setSeed = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const seed = String(new FormData(event.currentTarget).get('seed')).trim();
    void change(() => chaos.set({ seed }), 'The seed is set');
  };
  return (
    <Panel title="Profile" aside={<strong>{plain(faults.profile)}</strong>}>
      <ul className={styles.profiles} aria-label="Profiles">
        {profiles.map(([profile, means]) => (
          <li key={profile}>
            <Button
              look={faults.profile === profile ? 'primary' : 'plain'}
              aria-pressed={faults.profile === profile}
              busy={busy}
              onClick={() => void change(() => chaos.set({ profile }), `${plain(profile)} from now on`)}
            >
              {plain(profile)}
            </Button>
            <small>{means}</small>
          </li>
        ))}
      </ul>
      <form className={styles.inline} onSubmit={setSeed}>
        <Field label="Seed" problem={verdict?.problems?.seed}>
          {(props) => (
            <input {...props} key={faults.seed} name="seed" required maxLength={100} defaultValue={faults.seed} />
          )}
        </Field>
        <Button type="submit" busy={busy}>
          Set seed
        </Button>
      </form>
      <p className={styles.none}>The same seed, order and operation always have the same outcome.</p>
      {verdict && <VerdictLine verdict={verdict} />}
    </Panel>
  );
}

import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Panel } from '../../components/panel.tsx';
import { plain } from '../../order/words.ts';
import { type Density, setPreferences, type Theme, usePreferences } from '../../session/preferences.ts';
import { tokenStore } from '../../session/token-store.ts';
import { useViewer } from '../../session/viewer.tsx';
import { exactTime } from '../../time/format.ts';
import { Moment } from '../../time/moment.tsx';
import { useNow } from '../../time/use-now.ts';
import styles from './settings.module.css';

const themes: readonly Theme[] = ['system', 'light', 'dark'];
const densities: readonly Density[] = ['comfortable', 'compact'];
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** The preferences of this browser, and the end of the session. */
export function SettingsPage() {
  const { theme, density, zone } = usePreferences();
  return (
    <>
      <PageHead title="Settings" />
      <div className={styles.page}>
        <Panel title="Look">
          <Choice label="Theme" value={theme} names={themes} onChoose={(name) => setPreferences({ theme: name })} />
          <Choice
            label="Density"
            value={density}
            names={densities}
            onChoose={(name) => setPreferences({ density: name })}
          />
        </Panel>
        <Panel title="Time">
          <Field label="Time zone" hint="All times are shown in this time zone.">
            {(props) => (
              <select {...props} value={zone} onChange={(event) => setPreferences({ zone: event.target.value })}>
                {[...new Set([zone, ...zones])].map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            )}
          </Field>
          <ServerTime zone={zone} />
        </Panel>
        <Session />
      </div>
    </>
  );
}

function ServerTime({ zone }: { zone: string }) {
  const now = new Date(useNow()).toISOString();
  return <p className={styles.now}>The server's time: {exactTime(now, zone)}</p>;
}

function Session() {
  const { id, role, expiresAt } = useViewer();
  return (
    <Panel title="Session">
      <p>
        Signed in as <strong>{id}</strong>, {plain(role).toLowerCase()}.{' '}
        {expiresAt && (
          <>
            The session ends at <Moment at={expiresAt} exact />.
          </>
        )}
      </p>
      <Button onClick={tokenStore.clear}>Sign out</Button>
    </Panel>
  );
}

type ChoiceProps<Name extends string> = {
  label: string;
  value: Name;
  names: readonly Name[];
  onChoose: (name: Name) => void;
};

function Choice<Name extends string>({ label, value, names, onChoose }: ChoiceProps<Name>): ReactNode {
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      {names.map((name) => (
        <label key={name}>
          <input type="radio" name={label} checked={name === value} onChange={() => onChoose(name)} />
          {plain(name)}
        </label>
      ))}
    </fieldset>
  );
}

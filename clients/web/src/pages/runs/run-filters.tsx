import { Field } from '../../components/field.tsx';
import { kindNames, kindWord, runStatusWords, statusNames } from '../../run/words.ts';
import styles from './runs.module.css';
import { type RunsSearch, runsSearch } from './runs-search.ts';

type RunFiltersProps = { search: RunsSearch; onChange: (part: RunsSearch) => void };

export const RunFilters = ({ search, onChange }: RunFiltersProps) => (
  <search className={styles.filters}>
    <Choice
      label="Kind"
      value={search.kind}
      names={kindNames}
      wordOf={kindWord}
      onChoose={(kind) => onChange({ kind: runsSearch({ kind }).kind })}
    />
    <Choice
      label="Status"
      value={search.status}
      names={statusNames}
      wordOf={(status) => runStatusWords(status).word}
      onChoose={(status) => onChange({ status: runsSearch({ status }).status })}
    />
  </search>
);

type ChoiceProps = {
  label: string;
  value: string | undefined;
  names: readonly string[];
  wordOf: (name: string) => string;
  onChoose: (name: string) => void;
};

const Choice = ({ label, value = '', names, wordOf, onChoose }: ChoiceProps) => (
  <Field label={label}>
    {(props) => (
      <select {...props} value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">All</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {wordOf(name)}
          </option>
        ))}
      </select>
    )}
  </Field>
);

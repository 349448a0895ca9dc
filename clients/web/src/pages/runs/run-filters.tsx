import { Choice } from '../../components/choice.tsx';
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

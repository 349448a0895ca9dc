import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { DebouncedInput } from '../../../components/debounced-input.tsx';
import { Icon } from '../../../components/icon.tsx';
import { filterLabels } from '../../../order/filter-labels.ts';
import type { Row } from '../../../order-list/rows.ts';
import styles from './filters.module.css';
import { orderByPrefix } from './order-by-prefix.ts';

type IdSearchProps = { id: string | undefined; rows: readonly Row[]; onChange: (id: string | undefined) => void };

/** Narrows the list to ids with this prefix; Enter opens the order if there is only one. */
export function IdSearch({ id = '', rows, onChange }: IdSearchProps) {
  const navigate = useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = orderByPrefix(String(new FormData(event.currentTarget).get('id')), rows);
    if (found) void navigate({ to: '/orders/$id', params: { id: found } });
  };
  return (
    <form className={styles.search} onSubmit={submit}>
      <Icon name="search" />
      <DebouncedInput
        type="search"
        name="id"
        value={id}
        onSettle={(typed) => onChange(typed.trim() || undefined)}
        aria-label="Find orders by the beginning of an id; Enter opens the only match"
        placeholder={filterLabels.idPrefix}
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
      />
    </form>
  );
}

import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { Icon } from '../../../components/icon.tsx';
import type { OrdersSearch } from '../orders-search.ts';
import styles from './filters.module.css';
import { MoreFilters } from './more-filters.tsx';
import { isShown, views } from './views.ts';

type FiltersProps = { search: OrdersSearch; onChange: (part: Partial<OrdersSearch>) => void };

const nothing: OrdersSearch = { status: undefined, attention: undefined, sort: undefined };

/** What the list shows; all of it is kept in the address. */
export const Filters = ({ search, onChange }: FiltersProps) => (
  <search className={styles.filters}>
    <div className={styles.first}>
      <GoToOrder />
      <MoreFilters search={search} onChange={onChange} />
    </div>
    <ul className={styles.views} aria-label="Views">
      {views.map((view) => (
        <li key={view.name}>
          <button
            type="button"
            aria-pressed={isShown(view, search)}
            onClick={() => onChange({ ...nothing, ...view.search })}
          >
            {view.name}
          </button>
        </li>
      ))}
    </ul>
  </search>
);

/** The way to an order whose id is known. */
function GoToOrder() {
  const navigate = useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const id = String(new FormData(event.currentTarget).get('id')).trim();
    if (id) void navigate({ to: '/orders/$id', params: { id } });
  };
  return (
    <form className={styles.search} onSubmit={submit}>
      <Icon name="search" />
      <input
        type="search"
        name="id"
        aria-label="Go to an order by its id"
        placeholder="Go to order id"
        maxLength={64}
      />
    </form>
  );
}

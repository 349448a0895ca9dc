import { Chips } from '../../../components/chips.tsx';
import type { Row } from '../../../order-list/rows.ts';
import type { OrdersSearch } from '../orders-search.ts';
import styles from './filters.module.css';
import { IdSearch } from './id-search.tsx';
import { MoreFilters } from './more-filters.tsx';
import { isShown, viewsFor } from './views.ts';

type FiltersProps = { search: OrdersSearch; rows: readonly Row[]; onChange: (part: Partial<OrdersSearch>) => void };

const nothing: OrdersSearch = { status: undefined, health: undefined, attention: undefined, sort: undefined };

/** The filters of the list, which are kept in the URL. */
export const Filters = ({ search, rows, onChange }: FiltersProps) => (
  <search className={styles.filters}>
    <div className={styles.first}>
      <IdSearch id={search.id} rows={rows} onChange={(id) => onChange({ id })} />
      <MoreFilters search={search} onChange={onChange} />
    </div>
    <Chips
      label="Views"
      options={viewsFor(search)}
      isShown={(view) => isShown(view, search)}
      onChoose={(view) => onChange({ ...nothing, ...view.search })}
    />
  </search>
);

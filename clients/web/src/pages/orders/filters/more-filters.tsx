import { useId } from 'react';
import { buttonLook } from '../../../components/button-look.ts';
import { Field } from '../../../components/field.tsx';
import { Icon } from '../../../components/icon.tsx';
import { plain } from '../../../order/words.ts';
import { type OrdersSearch, sorts } from '../orders-search.ts';
import styles from './filters.module.css';

type MoreFiltersProps = { search: OrdersSearch; onChange: (part: Partial<OrdersSearch>) => void };

const inputs = [
  { name: 'customer', label: 'Customer', type: 'text' },
  { name: 'from', label: 'Placed from', type: 'date' },
  { name: 'to', label: 'Placed to', type: 'date' },
  { name: 'min', label: 'Total from', type: 'text' },
  { name: 'max', label: 'Total to', type: 'text' },
  { name: 'currency', label: 'Currency', type: 'text' },
] as const;

/** The filters that are asked for less, in a panel over the list. */
export function MoreFilters({ search, onChange }: MoreFiltersProps) {
  const id = useId();
  const used = inputs.filter(({ name }) => search[name]).length + (search.sort ? 1 : 0);
  return (
    <>
      <button type="button" className={buttonLook('plain')} popoverTarget={id}>
        <Icon name="gear" />
        Filter{used > 0 && <span className={styles.used}>{used}</span>}
      </button>
      <div id={id} popover="auto" className={styles.panel} role="dialog" aria-label="Filter and sort">
        <Field label="Sort">
          {(props) => (
            <select
              {...props}
              value={search.sort ?? 'NEWEST'}
              onChange={(event) => onChange({ sort: sortOf(event.target.value) })}
            >
              {sorts.map((sort) => (
                <option key={sort} value={sort}>
                  {plain(sort)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {inputs.map(({ name, label, type }) => (
          <Field key={name} label={label}>
            {(props) => (
              <input
                {...props}
                type={type}
                maxLength={200}
                value={search[name] ?? ''}
                onChange={(event) => onChange({ [name]: event.target.value || undefined })}
              />
            )}
          </Field>
        ))}
      </div>
    </>
  );
}

const sortOf = (value: string) => sorts.find((sort) => sort === value && sort !== 'NEWEST');

import { useId } from 'react';
import { buttonLook } from '../../../components/button-look.ts';
import { Choice } from '../../../components/choice.tsx';
import { DebouncedInput } from '../../../components/debounced-input.tsx';
import { Field } from '../../../components/field.tsx';
import { Icon } from '../../../components/icon.tsx';
import { filterLabels } from '../../../order/filter-labels.ts';
import { healthWord, plain, planWord } from '../../../order/words.ts';
import { healths, type OrdersSearch, plans, sorts } from '../orders-search.ts';
import styles from './filters.module.css';

type MoreFiltersProps = { search: OrdersSearch; onChange: (part: Partial<OrdersSearch>) => void };

const inputs = [
  { name: 'customer', label: filterLabels.customerId, type: 'text' },
  { name: 'sku', label: filterLabels.sku, type: 'text' },
  { name: 'from', label: filterLabels.createdFrom, type: 'date' },
  { name: 'to', label: filterLabels.createdTo, type: 'date' },
  { name: 'min', label: filterLabels.minTotal, type: 'text' },
  { name: 'max', label: filterLabels.maxTotal, type: 'text' },
  { name: 'currency', label: filterLabels.currencyCode, type: 'text' },
] as const;
const choices = ['sort', 'health', 'plan'] as const;

/** The less common filters, in a panel over the list. */
export function MoreFilters({ search, onChange }: MoreFiltersProps) {
  const id = useId();
  const used = [...inputs.map(({ name }) => name), ...choices].filter((name) => search[name]).length;
  return (
    <>
      <button type="button" className={buttonLook('plain')} popoverTarget={id}>
        <Icon name="gear" />
        Filter{used > 0 && <span className={styles.used}>{used}</span>}
      </button>
      <div id={id} popover="auto" className={styles.panel} role="dialog" aria-label="Filter and sort">
        <Choices search={search} onChange={onChange} />
        {inputs.map(({ name, label, type }) => (
          <Field key={name} label={label}>
            {(props) => (
              <DebouncedInput
                {...props}
                type={type}
                maxLength={200}
                value={search[name] ?? ''}
                onSettle={(value) => onChange({ [name]: value || undefined })}
              />
            )}
          </Field>
        ))}
      </div>
    </>
  );
}

const Choices = ({ search, onChange }: MoreFiltersProps) => (
  <>
    <Choice
      label="Sort"
      value={search.sort}
      names={sorts.slice(1)}
      none={plain(sorts[0])}
      wordOf={plain}
      onChoose={(name) => onChange({ sort: sorts.find((sort) => sort === name) })}
    />
    <Choice
      label={filterLabels.health}
      value={search.health}
      names={healths}
      wordOf={healthWord}
      onChoose={(health) => onChange({ health })}
    />
    <Choice
      label={filterLabels.plan}
      value={search.plan}
      names={plans}
      wordOf={planWord}
      onChoose={(plan) => onChange({ plan })}
    />
  </>
);

import styles from './chips.module.css';
import edges from './edges.module.css';
import { useChosenInSight } from './use-chosen-in-sight.ts';

type ChipsProps<Option extends { name: string }> = {
  label: string;
  options: readonly Option[];
  isShown: (option: Option) => boolean;
  onChoose: (option: Option) => void;
};

/** A group of views, one of which is chosen. */
export function Chips<Option extends { name: string }>({ label, options, isShown, onChoose }: ChipsProps<Option>) {
  const ref = useChosenInSight<HTMLUListElement>(options.find(isShown)?.name);
  return (
    <ul ref={ref} className={`${styles.chips} ${edges.edges}`} aria-label={label}>
      {options.map((option) => (
        <li key={option.name}>
          <button type="button" aria-pressed={isShown(option)} onClick={() => onChoose(option)}>
            {option.name}
          </button>
        </li>
      ))}
    </ul>
  );
}

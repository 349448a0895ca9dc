import styles from './chips.module.css';

type ChipsProps<Option extends { name: string }> = {
  label: string;
  options: readonly Option[];
  isShown: (option: Option) => boolean;
  onChoose: (option: Option) => void;
};

/** A group of views, one of which is chosen. */
export const Chips = <Option extends { name: string }>({ label, options, isShown, onChoose }: ChipsProps<Option>) => (
  <ul className={styles.chips} aria-label={label}>
    {options.map((option) => (
      <li key={option.name}>
        <button type="button" aria-pressed={isShown(option)} onClick={() => onChoose(option)}>
          {option.name}
        </button>
      </li>
    ))}
  </ul>
);

import { durationUnits } from '../time/iso-duration.ts';
import styles from './duration-field.module.css';
import { Field } from './field.tsx';

type DurationFieldProps = {
  label: string;
  hint?: string;
  problem: string | undefined;
  /** The name of the number; the unit is named the same with `Unit` behind it. */
  name: string;
  required?: boolean;
  /** What it is at first; or with `onChange`, what it is. */
  count: string;
  unit: string;
  onChange?: (part: { count?: string; unit?: string }) => void;
};

/** A number and its unit, for a duration. */
export const DurationField = ({ label, name, required, count, unit, onChange, ...props }: DurationFieldProps) => (
  <Field label={label} {...props}>
    {(control) => (
      <span className={styles.duration}>
        <input
          {...control}
          name={name}
          type="number"
          min={1}
          max={525_600}
          required={required}
          {...(onChange
            ? { value: count, onChange: (event) => onChange({ count: event.target.value }) }
            : { defaultValue: count })}
        />
        <select
          name={`${name}Unit`}
          aria-label={`${label}: unit`}
          {...(onChange
            ? { value: unit, onChange: (event) => onChange({ unit: event.target.value }) }
            : { defaultValue: unit })}
        >
          {durationUnits.map((each) => (
            <option key={each.unit} value={each.unit}>
              {each.name}
            </option>
          ))}
        </select>
      </span>
    )}
  </Field>
);

import { Field } from './field.tsx';

type ChoiceProps = {
  label: string;
  value: string | undefined;
  names: readonly string[];
  wordOf: (name: string) => string;
  /** The label for no choice. */
  none?: string;
  onChoose: (name: string | undefined) => void;
};

/** A choice of one name, or none. */
export const Choice = ({ label, value = '', names, wordOf, none = 'All', onChoose }: ChoiceProps) => (
  <Field label={label}>
    {(props) => (
      <select {...props} value={value} onChange={(event) => onChoose(event.target.value || undefined)}>
        <option value="">{none}</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {wordOf(name)}
          </option>
        ))}
      </select>
    )}
  </Field>
);

import styles from './address-fields.module.css';
import { Field } from './field.tsx';

type Address = { street: string; city: string; state?: string | null; zip?: string | null; country: string };
type AddressFieldsProps = { address?: Address; problems: Readonly<Record<string, string>>; prefix: string };

const lines = [
  { name: 'street', label: 'Street', autoComplete: 'address-line1', required: true },
  { name: 'city', label: 'City', autoComplete: 'address-level2', required: true },
  { name: 'zip', label: 'Postal code', autoComplete: 'postal-code', required: false },
  { name: 'state', label: 'State (if used)', autoComplete: 'address-level1', required: false },
  { name: 'country', label: 'Country code', autoComplete: 'country', required: true },
] as const;

/** The fields of a shipping address, each with its own refusal. */
export const AddressFields = ({ address, problems, prefix }: AddressFieldsProps) => (
  <div className={styles.address}>
    {lines.map(({ name, label, ...rest }) => (
      <Field key={name} label={label} problem={problems[`${prefix}.${name}`]}>
        {(props) => <input {...props} {...rest} name={name} defaultValue={address?.[name] ?? ''} maxLength={200} />}
      </Field>
    ))}
  </div>
);

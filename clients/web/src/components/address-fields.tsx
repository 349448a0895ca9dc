import styles from './address-fields.module.css';
import { Field } from './field.tsx';

type Address = { street: string; city: string; state?: string | null; zip?: string | null; country: string };
type AddressFieldsProps = {
  address: Address;
  problems: Readonly<Record<string, string>>;
  prefix: string;
  /** Without it the fields are uncontrolled, and a form reads them. */
  onChange?: (part: Partial<Record<keyof Address, string>>) => void;
};

type Line = { name: keyof Address; label: string; autoComplete: string; placeholder?: string; hint?: string };

const lines: readonly Line[] = [
  { name: 'street', label: 'Street', autoComplete: 'address-line1' },
  { name: 'city', label: 'City', autoComplete: 'address-level2' },
  { name: 'zip', label: 'Postal code', autoComplete: 'postal-code', hint: 'Required if the country has postal codes.' },
  { name: 'state', label: 'State (optional)', autoComplete: 'address-level1' },
  { name: 'country', label: 'Country code', autoComplete: 'country', placeholder: 'GB' },
];

/** The fields of a shipping address, each with its error. */
export const AddressFields = ({ address, problems, prefix, onChange }: AddressFieldsProps) => (
  <div className={styles.address}>
    {lines.map(({ name, label, hint, ...rest }) => (
      <Field key={name} label={label} hint={hint} problem={problems[`${prefix}.${name}`]}>
        {(props) => <input {...props} {...rest} {...boundTo(name, address, onChange)} name={name} maxLength={200} />}
      </Field>
    ))}
  </div>
);

function boundTo(name: keyof Address, address: Address, onChange: AddressFieldsProps['onChange']) {
  const value = address[name] ?? '';
  return onChange
    ? { value, onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }) }
    : { defaultValue: value };
}

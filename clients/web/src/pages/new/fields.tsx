import { AddressFields } from '../../components/address-fields.tsx';
import { DurationField } from '../../components/duration-field.tsx';
import { Field } from '../../components/field.tsx';
import { Panel } from '../../components/panel.tsx';
import { planWord } from '../../order/words.ts';
import { plans } from '../orders/orders-search.ts';
import type { Draft } from './draft.ts';
import { Lines } from './lines.tsx';
import styles from './new-order.module.css';
import type { Product } from './products/product.ts';
import { ProductPicker } from './products/product-picker.tsx';

type FieldsProps = {
  draft: Draft;
  products: readonly Product[];
  problems: Readonly<Record<string, string>>;
  /** A customer orders for himself alone. */
  forOthers: boolean;
  onChange: (part: Partial<Draft>) => void;
};

const who = [
  { name: 'customerId', label: 'Customer id', type: 'text', autoComplete: 'off' },
  { name: 'customerEmail', label: 'E-mail', type: 'email', autoComplete: 'email' },
] as const;

export function Fields({ draft, products, problems, forOthers, onChange }: FieldsProps) {
  const add = (sku: string) => {
    const known = draft.lines.some((line) => line.sku === sku);
    const lines = draft.lines.map((line) => (line.sku === sku ? { ...line, quantity: line.quantity + 1 } : line));
    onChange({ lines: known ? lines : [...lines, { sku, quantity: 1 }] });
  };
  return (
    <div className={styles.fields}>
      <Panel title="Items">
        <ProductPicker products={products} problem={problems.items} onPick={add} />
        <Lines lines={draft.lines} products={products} problems={problems} onChange={(lines) => onChange({ lines })} />
      </Panel>
      <Panel title="Customer">
        <div className={styles.pair}>
          {who.map(({ name, label, ...rest }) => (
            <Field key={name} label={label} problem={problems[name]}>
              {(props) => (
                <input
                  {...props}
                  {...rest}
                  maxLength={254}
                  readOnly={name === 'customerId' && !forOthers}
                  value={draft[name]}
                  onChange={(event) => onChange({ [name]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </div>
      </Panel>
      <Panel title="Ships to">
        <AddressFields address={draft} problems={problems} prefix="shippingAddress" onChange={onChange} />
      </Panel>
      <Fulfillment draft={draft} problems={problems} onChange={onChange} />
    </div>
  );
}

type FulfillmentProps = Omit<FieldsProps, 'products' | 'forOthers'>;

const Fulfillment = ({ draft, problems, onChange }: FulfillmentProps) => (
  <Panel title="Fulfillment">
    <div className={styles.pair}>
      <PlanField plan={draft.plan} onChange={onChange} />
      <Field label="Order id" hint="Your own id; without one, an id is generated." problem={problems.orderId}>
        {(props) => (
          <input
            {...props}
            maxLength={64}
            value={draft.orderId}
            onChange={(event) => onChange({ orderId: event.target.value })}
          />
        )}
      </Field>
    </div>
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={draft.requiresApproval}
        onChange={(event) => onChange({ requiresApproval: event.target.checked })}
      />
      A manager must approve it
    </label>
    {draft.requiresApproval && <ApprovalTime draft={draft} problems={problems} onChange={onChange} />}
  </Panel>
);

const PlanField = ({ plan, onChange }: Pick<Draft, 'plan'> & Pick<FieldsProps, 'onChange'>) => (
  <Field label="Plan" hint="What is reserved before a manager is asked.">
    {(props) => (
      <select {...props} value={plan} onChange={(event) => onChange({ plan: event.target.value as Draft['plan'] })}>
        {plans.map((each) => (
          <option key={each} value={each}>
            {planWord(each)}
          </option>
        ))}
      </select>
    )}
  </Field>
);

const ApprovalTime = ({ draft, problems, onChange }: FulfillmentProps) => (
  <div className={styles.pair}>
    <DurationField
      label="Time for the approval"
      hint="Then the order expires; at most 30 days."
      name="approvalTime"
      problem={problems.approvalTimeout}
      count={draft.approvalTime}
      unit={draft.approvalUnit}
      onChange={({ count = draft.approvalTime, unit = draft.approvalUnit }) =>
        onChange({ approvalTime: count, approvalUnit: unit })
      }
    />
  </div>
);

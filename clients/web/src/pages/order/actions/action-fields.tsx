import type { OrderDetailsFragment } from '@waybill/client';
import { AddressFields } from '../../../components/address-fields.tsx';
import { Field } from '../../../components/field.tsx';
import styles from './order-actions.module.css';

type ActionFieldsProps = {
  asks: string | undefined;
  order: OrderDetailsFragment;
  problems: Readonly<Record<string, string>>;
};

export function ActionFields({ asks, order, problems }: ActionFieldsProps) {
  switch (asks) {
    case 'item':
      return (
        <div className={styles.pair}>
          <Field label="SKU" problem={problems['item.sku']}>
            {(props) => <input {...props} name="sku" required maxLength={200} />}
          </Field>
          <Field label="Quantity" problem={problems['item.quantity']}>
            {(props) => (
              <input {...props} name="quantity" type="number" min={1} max={10_000} defaultValue={1} required />
            )}
          </Field>
        </div>
      );
    case 'address':
      return <AddressFields address={order.shippingAddress} problems={problems} prefix="address" />;
    default:
      return (
        <Field
          label={asks === 'note' ? 'What was done, and where' : 'Reason'}
          hint="It is kept in the journal, with your name."
          problem={problems.reason ?? problems.note}
        >
          {(props) => <textarea {...props} name="text" rows={3} maxLength={500} required />}
        </Field>
      );
  }
}

import type { OrderDetailsFragment } from '@waybill/client';
import { AddressFields } from '../../../components/address-fields.tsx';
import styles from '../../../components/dialog.module.css';
import { Field } from '../../../components/field.tsx';
import { ReasonField } from '../../../components/reason-field.tsx';

type ActionFieldsProps = {
  asks: string;
  order: OrderDetailsFragment;
  problems: Readonly<Record<string, string>>;
};

export function ActionFields({ asks, order, problems }: ActionFieldsProps) {
  switch (asks) {
    case 'step':
      return (
        <>
          <p>It is not tried again: the order fails, and its completed steps are compensated.</p>
          <ReasonField problem={problems.reason} />
        </>
      );
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
    case 'note':
      return (
        <>
          <p>It counts as done and is not tried again: no provider is called.</p>
          <ReasonField label="What was done, and where" problem={problems.note} />
        </>
      );
    default:
      return <ReasonField problem={problems.reason} />;
  }
}

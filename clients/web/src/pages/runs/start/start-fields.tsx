import { useWaybill } from '@waybill/client/react';
import { AddressFields } from '../../../components/address-fields.tsx';
import styles from '../../../components/dialog.module.css';
import { DurationField } from '../../../components/duration-field.tsx';
import { Field } from '../../../components/field.tsx';
import { useKeptValue } from '../../../components/form-dialog.tsx';
import { useAnswer } from '../../../data/use-answer.ts';
import { money } from '../../../order/money.ts';
import { isStaff, useViewer } from '../../../session/viewer.tsx';
import type { StartedKind } from './kinds.ts';

const noAddress = { street: '', city: '', country: '' };

type Problems = { problems: Readonly<Record<string, string>> };

export function StartFields({ kind, problems }: Problems & { kind: StartedKind }) {
  switch (kind) {
    case 'payment':
      return <PaymentFields problems={problems} />;
    case 'standing-order':
      return <StandingOrderFields problems={problems} />;
    case 'user-context':
      return <UserContextFields problems={problems} />;
    default:
      return (
        <Field label="Name" problem={problems.name}>
          {(props) => <input {...props} name="name" required maxLength={200} autoComplete="off" />}
        </Field>
      );
  }
}

function PaymentFields({ problems }: Problems) {
  return (
    <>
      <Field label="For order" hint="An order of your shop, which need not exist here." problem={problems.orderId}>
        {(props) => <input {...props} name="orderId" required maxLength={64} autoComplete="off" />}
      </Field>
      <Customer problem={problems.customerId} />
      <div className={styles.pair}>
        <Field label="Amount" problem={problems.amount}>
          {(props) => <input {...props} name="amount" required inputMode="decimal" placeholder="20.00" />}
        </Field>
        <Field label="Currency" problem={problems.currencyCode}>
          {(props) => <input {...props} name="currencyCode" required maxLength={3} defaultValue="USD" />}
        </Field>
      </div>
    </>
  );
}

function UserContextFields({ problems }: Problems) {
  return (
    <>
      <Field label="User" hint="Default: you." problem={problems.userId}>
        {(props) => <input {...props} name="userId" maxLength={100} autoComplete="off" />}
      </Field>
      <Field label="Strategy">
        {(props) => (
          <select {...props} name="strategy">
            <option value="PARALLEL">All at once</option>
            <option value="SEQUENTIAL">One after another</option>
          </select>
        )}
      </Field>
    </>
  );
}

function StandingOrderFields({ problems }: Problems) {
  return (
    <>
      <div className={styles.pair}>
        <DurationField label="Every" name="every" problem={problems.every} required count="1" unit="H" />
        <Field label="Times" hint="Without a number, until it is stopped." problem={problems.times}>
          {(props) => <input {...props} name="times" type="number" min={1} />}
        </Field>
      </div>
      <Customer problem={problems['order.customerId']} />
      <Field label="E-mail" problem={problems['order.customerEmail']}>
        {(props) => <input {...props} name="customerEmail" type="email" required maxLength={254} />}
      </Field>
      <div className={styles.pair}>
        <Product problem={problems['order.items.0.sku']} />
        <Field label="Quantity" problem={problems['order.items.0.quantity']}>
          {(props) => <input {...props} name="quantity" type="number" min={1} max={10_000} required defaultValue={1} />}
        </Field>
      </div>
      <AddressFields address={noAddress} problems={problems} prefix="order.shippingAddress" />
    </>
  );
}

function Customer({ problem }: { problem: string | undefined }) {
  const viewer = useViewer();
  return (
    <Field label="Customer id" problem={problem}>
      {(props) => (
        <input {...props} name="customerId" required maxLength={100} defaultValue={isStaff(viewer) ? '' : viewer.id} />
      )}
    </Field>
  );
}

function Product({ problem }: { problem: string | undefined }) {
  const client = useWaybill();
  const kept = useKeptValue('sku');
  const { answer: products = [] } = useAnswer('catalogue', (signal) => client.catalogue.list({ signal }));
  return (
    <Field label="Product" problem={problem}>
      {(props) => (
        <select {...props} key={products.length} name="sku" required defaultValue={kept}>
          {products.map(({ sku, name, price }) => (
            <option key={sku} value={sku}>
              {`${name}, ${money(price)}`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

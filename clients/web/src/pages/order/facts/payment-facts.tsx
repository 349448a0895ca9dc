import type { OrderDetailsFragment } from '@waybill/client';
import { Panel } from '../../../components/panel.tsx';
import { money } from '../../../order/money.ts';
import { plain } from '../../../order/words.ts';
import styles from './facts.module.css';

type Facts = readonly (readonly [string, string | null | undefined])[];

/** The money, and the parcel that was paid for. */
export const PaymentFacts = ({ order: { payment, shipment } }: { order: OrderDetailsFragment }) => (
  <div className={styles.facts}>
    <Panel title="Payment">
      <List
        facts={[
          ['Status', payment ? plain(payment.status) : 'None yet'],
          ['Authorized', payment?.authorized && money(payment.authorized)],
          ['Captured', payment?.captured && money(payment.captured)],
          ['Refunded', payment?.refunded && money(payment.refunded)],
          ['Payment id', payment?.id],
        ]}
      />
    </Panel>
    <Panel title="Shipment">
      <List
        facts={[
          ['Status', shipment ? plain(shipment.status) : 'None yet'],
          ['Carrier', shipment?.carrier],
          ['Tracking', shipment?.trackingNumber],
        ]}
      />
    </Panel>
  </div>
);

const List = ({ facts }: { facts: Facts }) => (
  <dl className={styles.list}>
    {facts
      .filter(([, value]) => value)
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

import type { OrderDetailsFragment } from '@waybill/client';
import { Panel } from '../../../components/panel.tsx';
import { money } from '../../../order/money.ts';
import { plain } from '../../../order/words.ts';
import { FactList } from './fact-list.tsx';
import styles from './facts.module.css';

/** The payment and the shipment. */
export const PaymentFacts = ({ order: { payment, shipment, compensations } }: { order: OrderDetailsFragment }) => (
  <div className={styles.facts}>
    <Panel title="Payment">
      <FactList
        facts={[
          ['Status', payment ? plain(payment.status) : 'None yet'],
          ['Authorized', payment?.authorized && money(payment.authorized)],
          ['Captured', payment?.captured && money(payment.captured)],
          ['Refunded', payment?.refunded ? money(payment.refunded) : refundedByHand(compensations)],
          ['Payment id', payment?.id],
        ]}
      />
    </Panel>
    <Panel title="Shipment">
      <FactList
        facts={[
          ['Status', shipment ? plain(shipment.status) : 'None yet'],
          ['Carrier', shipment?.carrier],
          ['Tracking', shipment?.trackingNumber],
        ]}
      />
    </Panel>
  </div>
);

/** The provider knows of no refund that was settled by hand. */
function refundedByHand(compensations: OrderDetailsFragment['compensations']): string | undefined {
  const settledBy = compensations.find(({ name }) => name === 'REFUND_PAYMENT')?.settledBy;
  return settledBy ? `Manually, according to ${settledBy}` : undefined;
}

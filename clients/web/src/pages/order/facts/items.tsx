import type { OrderDetailsFragment } from '@waybill/client';
import { Panel } from '../../../components/panel.tsx';
import { money } from '../../../order/money.ts';
import styles from './facts.module.css';

export const Items = ({ order: { items, total, shippingAddress } }: { order: OrderDetailsFragment }) => (
  <div className={styles.facts}>
    <Panel title="Items">
      <ul className={styles.items}>
        {items.map(({ sku, name, quantity, unitPrice, lineTotal }) => (
          <li key={sku}>
            <span>
              <strong>{name ?? sku}</strong>
              <small>
                {quantity} × {money(unitPrice)} · {sku}
              </small>
            </span>
            <data value={lineTotal.amount}>{money(lineTotal)}</data>
          </li>
        ))}
        <li className={styles.sum}>
          <strong>Total</strong>
          <data value={total.amount}>{money(total)}</data>
        </li>
      </ul>
    </Panel>
    <Panel title="Ships to">
      <address className={styles.address}>
        {[
          shippingAddress.street,
          shippingAddress.city,
          shippingAddress.state,
          shippingAddress.zip,
          shippingAddress.country,
        ]
          .filter(Boolean)
          .map((line) => (
            <span key={line}>{line}</span>
          ))}
      </address>
    </Panel>
  </div>
);

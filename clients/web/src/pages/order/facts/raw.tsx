import type { OrderDetailsFragment } from '@waybill/client';
import styles from './facts.module.css';

/** The order as the API says it. */
export const Raw = ({ order }: { order: OrderDetailsFragment }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  <pre className={styles.raw} tabIndex={0}>
    {JSON.stringify(order, null, 2)}
  </pre>
);

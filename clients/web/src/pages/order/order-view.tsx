import { useSearch } from '@tanstack/react-router';
import type { OrderDetailsFragment } from '@waybill/client';
import { Tabs } from '../../components/tabs.tsx';
import { isOperator, useViewer } from '../../session/viewer.tsx';
import { OrderActions } from './actions/order-actions.tsx';
import { Items } from './facts/items.tsx';
import { PaymentFacts } from './facts/payment-facts.tsx';
import { Raw } from './facts/raw.tsx';
import { Journal } from './journal/journal.tsx';
import { OrderHead } from './order-head.tsx';
import { OrderHistory } from './order-history.tsx';
import type { OrderTab } from './order-search.ts';
import styles from './order-view.module.css';
import { PlacedBefore } from './placed-before.tsx';
import { Steps } from './steps/steps.tsx';

const tabs: readonly { name: OrderTab; label: string }[] = [
  { name: 'steps', label: 'Steps' },
  { name: 'journal', label: 'Journal' },
  { name: 'items', label: 'Items' },
  { name: 'payment', label: 'Payment' },
  { name: 'history', label: 'History' },
  { name: 'raw', label: 'Raw' },
];

export function OrderView({ order }: { order: OrderDetailsFragment }) {
  const { tab = 'steps' } = useSearch({ from: '/shell/orders/$id' });
  const viewer = useViewer();
  return (
    <article className={styles.order}>
      <PlacedBefore key={order.id} order={order} />
      <OrderHead order={order} />
      <OrderActions order={order} />
      <Tabs label="Parts of the order" tabs={tabs.filter(({ name }) => name !== 'history' || isOperator(viewer))} />
      <Part order={order} tab={tab} />
    </article>
  );
}

function Part({ order, tab }: { order: OrderDetailsFragment; tab: OrderTab }) {
  switch (tab) {
    case 'journal':
      return <Journal id={order.id} />;
    case 'items':
      return <Items order={order} />;
    case 'payment':
      return <PaymentFacts order={order} />;
    case 'history':
      return <OrderHistory order={order} />;
    case 'raw':
      return <Raw of={order} />;
    default:
      return <Steps saga={order} />;
  }
}

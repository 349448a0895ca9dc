import { Link } from '@tanstack/react-router';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { money } from '../../order/money.ts';
import type { Draft } from './draft.ts';
import styles from './new-order.module.css';
import type { Product } from './products/product.ts';
import { totalOf } from './total.ts';
import type { Refusal } from './use-placing.ts';

type SummaryProps = {
  draft: Draft;
  products: readonly Product[];
  busy: boolean;
  refusal: Refusal | undefined;
  onClear: () => void;
};

/** The total, and the submit button. */
export function Summary({ draft, products, busy, refusal, onClear }: SummaryProps) {
  const total = totalOf(draft.lines, products);
  const pieces = draft.lines.reduce((sum, { quantity }) => sum + (quantity || 0), 0);
  return (
    <aside className={styles.summary} aria-label="Total">
      <p>
        <small>{pieces === 1 ? 'One item' : `${pieces} items`}</small>
        <output>{total ? money(total) : '–'}</output>
      </p>
      {refusal && (
        <p className={styles.refusal} role="alert">
          <Icon name="alert" />
          <span>
            {refusal.text}{' '}
            {refusal.orderId && (
              <Link to="/orders/$id" params={{ id: refusal.orderId }}>
                Open {refusal.orderId}
              </Link>
            )}
          </span>
        </p>
      )}
      <Button type="submit" look="primary" busy={busy}>
        {busy ? 'Placing …' : 'Place order'}
      </Button>
      <Button look="quiet" onClick={onClear}>
        Start over
      </Button>
    </aside>
  );
}

import { useAnnouncement } from '../../../announce/use-announcement.ts';
import { Icon } from '../../../components/icon.tsx';
import { mostFresh } from '../../../order-list/rows.ts';
import styles from './fresh-orders.module.css';

type FreshOrdersProps = { count: number; onShow: () => void; beside?: boolean };

/**
 * New orders are shown on request, so that no row moves by itself: a button above the list, or in the bar beside the
 * filters.
 */
export function FreshOrders({ count, onShow, beside = false }: FreshOrdersProps) {
  const text = `${count}${count >= mostFresh ? '+' : ''} new`;
  useAnnouncement('new rows', count > 0 ? text : '');
  return (
    <div className={beside ? styles.beside : styles.over}>
      {count > 0 && (
        <button type="button" onClick={onShow}>
          <Icon name="chevron" />
          {text}
        </button>
      )}
    </div>
  );
}

import { Icon } from '../../../components/icon.tsx';
import styles from './orders-table.module.css';

/** New orders wait until they are asked for, so that no row moves by itself. */
export const FreshOrders = ({ count, onShow }: { count: number; onShow: () => void }) => (
  <div className={styles.fresh} role="status">
    {count > 0 && (
      <button type="button" onClick={onShow}>
        <Icon name="chevron" />
        {count} new
      </button>
    )}
  </div>
);

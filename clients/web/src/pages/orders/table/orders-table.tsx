import { useEffect, useEffectEvent } from 'react';
import type { LiveOrderList } from '../../../order-list/use-order-list.ts';
import { useRowsInSight } from '../../../order-list/use-rows-in-sight.ts';
import type { Bulk } from '../bulk/use-bulk.ts';
import { FreshOrders } from './fresh-orders.tsx';
import { OrderRow } from './order-row.tsx';
import styles from './orders-table.module.css';
import { useLeavingRows } from './use-leaving-rows.ts';

type OrdersTableProps = {
  list: LiveOrderList;
  bulk: Bulk;
  /** Receives the cursor after which the page of the first visible row begins. */
  onPage: (after: string | undefined) => unknown;
};

/** Only visible rows are rendered; two spacers replace the others, above and below. */
export function OrdersTable({ list, bulk, onPage }: OrdersTableProps) {
  const { rows, fresh, complete } = list;
  const { ref, shown, first, above, below, measure } = useRowsInSight<HTMLTableElement>(list, { rowHeight: 57 });
  const leaving = useLeavingRows({ rows, drop: list.dropLeft }, bulk.picked.size > 0);
  const page = rows[first]?.after;
  const tell = useEffectEvent(onPage);
  useEffect(() => {
    tell(page);
  }, [page]);

  return (
    <>
      <FreshOrders count={fresh.length} onShow={list.showFresh} />
      <table ref={ref} className={styles.table} aria-rowcount={complete ? rows.length + 1 : -1} {...leaving}>
        <caption className="visually-hidden">Orders</caption>
        <Head />
        <tbody>
          <Space height={above} />
          {shown.map(({ index, row }) => (
            <OrderRow
              key={row.order.id}
              ref={measure}
              index={index}
              row={row}
              picked={bulk.picked.has(row.order.id)}
              verdict={bulk.verdicts.get(row.order.id)}
              onPick={bulk.pick}
            />
          ))}
          <Space height={below} />
        </tbody>
      </table>
    </>
  );
}

const Head = () => (
  <thead>
    <tr aria-rowindex={1}>
      <th className={styles.pick}>
        <span className="visually-hidden">Selected</span>
      </th>
      <th className={styles.order}>Order</th>
      <th className={styles.status}>Status</th>
      <th className={styles.progress}>Progress</th>
      <th className={styles.total}>Total</th>
      <th className={styles.placed}>Placed</th>
    </tr>
  </thead>
);

const Space = ({ height }: { height: number }) =>
  height > 0 && (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is empty
    <tr aria-hidden="true" className={styles.space}>
      <td colSpan={6} style={{ height }} />
    </tr>
  );

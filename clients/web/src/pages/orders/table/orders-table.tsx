import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { useOrderList } from '../../../order-list/use-order-list.ts';
import type { Bulk } from '../bulk/use-bulk.ts';
import { FreshOrders } from './fresh-orders.tsx';
import { OrderRow } from './order-row.tsx';
import styles from './orders-table.module.css';
import { useLeavingRows } from './use-leaving-rows.ts';

type OrdersTableProps = { list: ReturnType<typeof useOrderList>; bulk: Bulk };

/** Only the rows in sight are drawn; the others are two spaces, above and below. */
export function OrdersTable({ list, bulk }: OrdersTableProps) {
  const { rows, fresh, complete, more } = list;
  const table = useRef<HTMLTableElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(table.current?.offsetTop ?? 0), []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 57,
    overscan: 12,
    scrollMargin: top,
    getItemKey: (at) => rows[at]?.order.id ?? at,
  });
  const shown = virtual.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= rows.length - 20) more();
  }, [lastShown, rows.length, more]);
  const leaving = useLeavingRows(rows, list.dropLeft);

  return (
    <>
      <FreshOrders count={fresh.length} onShow={list.showFresh} />
      <table ref={table} className={styles.table} aria-rowcount={complete ? rows.length + 1 : -1} {...leaving}>
        <caption className="visually-hidden">Orders</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th className={styles.pick}>
              <span className="visually-hidden">Selected</span>
            </th>
            <th>Order</th>
            <th className={styles.status}>Status</th>
            <th className={styles.progress}>Progress</th>
            <th className={styles.total}>Total</th>
            <th className={styles.placed}>Placed</th>
          </tr>
        </thead>
        <tbody>
          <Space height={(shown[0]?.start ?? top) - top} />
          {shown.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <OrderRow
                  key={row.order.id}
                  ref={virtual.measureElement}
                  index={index}
                  row={row}
                  picked={bulk.picked.has(row.order.id)}
                  verdict={bulk.verdicts.get(row.order.id)}
                  onPick={bulk.pick}
                />
              )
            );
          })}
          <Space height={virtual.getTotalSize() - ((shown.at(-1)?.end ?? top) - top)} />
        </tbody>
      </table>
    </>
  );
}

const Space = ({ height }: { height: number }) =>
  height > 0 && (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: there is nothing in it
    <tr aria-hidden="true" className={styles.space}>
      <td colSpan={6} style={{ height }} />
    </tr>
  );

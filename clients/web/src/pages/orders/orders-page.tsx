import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useOrderList } from '../../order-list/use-order-list.ts';
import { usePreferences } from '../../session/preferences.ts';
import { BulkBar } from './bulk/bulk-bar.tsx';
import { useBulk } from './bulk/use-bulk.ts';
import { Filters } from './filters/filters.tsx';
import styles from './orders-page.module.css';
import { filterOf, type OrdersSearch } from './orders-search.ts';
import { OrdersTable } from './table/orders-table.tsx';

export function OrdersPage() {
  const search = useSearch({ from: '/shell/orders' });
  const navigate = useNavigate({ from: '/orders' });
  const change = (part: Partial<OrdersSearch>) =>
    void navigate({ search: (last) => ({ ...last, ...part }), replace: true, resetScroll: false });
  const { zone } = usePreferences();
  const filter = filterOf(search, zone);
  const start = useStart(search.after);
  const list = useOrderList(filter, search.sort ?? 'NEWEST', start);
  const bulk = useBulk(list.rows);
  return (
    <>
      <PageHead title="Orders">
        <LinkButton look="primary" to="/new">
          <Icon name="plus" /> New order
        </LinkButton>
      </PageHead>
      <Filters search={search} rows={list.rows} onChange={(part) => change({ ...part, after: undefined })} />
      {start && <FromStart onShow={() => change({ after: undefined })} />}
      {list.rows.length > 0 || list.fresh.length > 0 ? (
        <OrdersTable list={list} bulk={bulk} onPage={(after) => after === search.after || change({ after })} />
      ) : list.loading ? (
        <Skeleton label="The list of orders" lines={9} />
      ) : (
        !list.error && <NoOrders filtered={filter !== null} id={search.id} />
      )}
      {list.error ? <Problem error={list.error} onRetry={list.retry} /> : null}
      <BulkBar bulk={bulk} dialog={search.dialog} onDialog={(dialog) => change({ dialog })} />
    </>
  );
}

/**
 * The start of the list, which is kept while the URL follows the visible rows; without it the list starts at its
 * beginning.
 */
function useStart(after: string | undefined): string | undefined {
  const [start, setStart] = useState(after);
  if (start !== undefined && after === undefined) setStart(undefined);
  return after === undefined ? undefined : start;
}

const FromStart = ({ onShow }: { onShow: () => void }) => (
  <p className={styles.start}>
    This list does not start at its beginning. <Button onClick={onShow}>Show it from its beginning</Button>
  </p>
);

const NoOrders = ({ filtered, id = '' }: { filtered: boolean; id: string | undefined }) =>
  filtered ? (
    <Notice
      icon="search"
      title="No orders match these filters"
      text={
        isLower(id)
          ? 'Capital and small letters of an id differ.'
          : 'Change the filters, or clear them to see all orders.'
      }
    >
      {isLower(id) && (
        <LinkButton look="primary" from="/orders" to="/orders" search={(last) => ({ ...last, id: id.toUpperCase() })}>
          Find {id.toUpperCase()}
        </LinkButton>
      )}
      <LinkButton to="/orders">Clear filters</LinkButton>
    </Notice>
  ) : (
    <Notice icon="box" title="No orders yet" text="The first one appears here as soon as it is placed." />
  );

const isLower = (id: string): boolean => id !== id.toUpperCase();

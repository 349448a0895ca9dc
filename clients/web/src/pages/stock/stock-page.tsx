import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWaybill } from '@waybill/client/react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { VerdictLine } from '../../order/verdict-line.tsx';
import { isStaff, useViewer } from '../../session/viewer.tsx';
import { RestockDialog } from './restock-dialog.tsx';
import { StockTable } from './stock-table.tsx';

/** All products with their available stock, which managers and operators can add to. */
export function StockPage() {
  const client = useWaybill();
  const mayRestock = isStaff(useViewer());
  const { restock } = useSearch({ from: '/shell/stock' });
  const navigate = useNavigate({ from: '/stock' });
  const show = (sku?: string) => void navigate({ search: { restock: sku }, replace: !sku, resetScroll: false });
  const { answer: products, error, retry } = useAnswer('stock', (signal) => client.catalogue.list({ signal }));
  const isKnown = restock !== undefined && products?.some(({ sku }) => sku === restock);
  const close = (changed: boolean) => {
    show();
    if (changed) retry();
  };
  return (
    <>
      <PageHead title="Stock">
        <Button onClick={retry}>Look again</Button>
      </PageHead>
      {error !== undefined && <Problem error={error} onRetry={retry} />}
      {!products && error === undefined && <Skeleton label="The stock" />}
      {products?.length === 0 && <Notice icon="box" title="No products" text="The catalogue is empty." />}
      {products && products.length > 0 && <StockTable products={products} onRestock={mayRestock ? show : undefined} />}
      {products && restock && mayRestock && !isKnown && (
        <VerdictLine verdict={{ accepted: false, text: `There is no product ${restock} to restock` }} />
      )}
      {isKnown && mayRestock && <RestockDialog sku={restock} onClose={close} />}
    </>
  );
}

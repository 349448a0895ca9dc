import { Button } from '../../components/button.tsx';
import { type Money, money } from '../../order/money.ts';
import styles from '../runs/runs.module.css';

export type Product = { sku: string; name: string; price: Money; available: number };
type StockTableProps = { products: readonly Product[]; onRestock: ((sku: string) => void) | undefined };

export const StockTable = ({ products, onRestock }: StockTableProps) => (
  <table className={styles.table}>
    <thead>
      <tr>
        <th scope="col">Product</th>
        <th scope="col">Price</th>
        <th scope="col">Available</th>
        {onRestock && <th scope="col">Restock</th>}
      </tr>
    </thead>
    <tbody>
      {products.map(({ sku, name, price, available }) => (
        <tr key={sku}>
          <th scope="row">
            {name}
            <small>{sku}</small>
          </th>
          <td>{money(price)}</td>
          <td>
            <data value={available}>{available.toLocaleString('en')}</data> available
          </td>
          {onRestock && (
            <td>
              <Button onClick={() => onRestock(sku)} aria-label={`Restock ${name}`}>
                Restock
              </Button>
            </td>
          )}
        </tr>
      ))}
    </tbody>
  </table>
);

import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { money } from '../../order/money.ts';
import type { Line } from './draft.ts';
import styles from './new-order.module.css';
import type { Product } from './products/product.ts';
import { totalOf } from './total.ts';

type LinesProps = {
  lines: readonly Line[];
  products: readonly Product[];
  problems: Readonly<Record<string, string>>;
  onChange: (lines: readonly Line[]) => void;
};

export function Lines({ lines, products, problems, onChange }: LinesProps) {
  if (lines.length === 0) return <p className={styles.none}>No items yet: find a product above.</p>;
  return (
    <ul className={styles.lines}>
      {lines.map((line, at) => (
        <OrderLine
          key={line.sku}
          line={line}
          product={products.find(({ sku }) => sku === line.sku)}
          problem={problems[`items.${at}.quantity`] ?? problems[`items.${at}.sku`] ?? problems[`items.${at}`]}
          onChange={(quantity) => onChange(lines.map((each) => (each === line ? { ...each, quantity } : each)))}
          onRemove={() => onChange(lines.filter((each) => each !== line))}
        />
      ))}
    </ul>
  );
}

type OrderLineProps = {
  line: Line;
  product: Product | undefined;
  problem: string | undefined;
  onChange: (quantity: number) => void;
  onRemove: () => void;
};

function OrderLine({ line, product, problem, onChange, onRemove }: OrderLineProps) {
  const name = product?.name ?? line.sku;
  const sum = product && totalOf([line], [product]);
  return (
    <li>
      <span className={styles.name}>
        <strong>{name}</strong>
        {problem ? <em role="alert">{problem}</em> : product && <small>{money(product.price)} each</small>}
      </span>
      <input
        type="number"
        min={1}
        max={10_000}
        value={Number.isNaN(line.quantity) ? '' : line.quantity}
        aria-label={`Quantity of ${name}`}
        aria-invalid={problem !== undefined}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <data value={sum?.amount}>{sum && money(sum)}</data>
      <Button look="quiet" onClick={onRemove} aria-label={`Remove ${name}`}>
        <Icon name="cross" />
      </Button>
    </li>
  );
}

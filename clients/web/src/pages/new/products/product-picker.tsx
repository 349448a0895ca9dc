import { Field } from '../../../components/field.tsx';
import { money } from '../../../order/money.ts';
import { found, type Product } from './product.ts';
import styles from './product-picker.module.css';
import { useCombobox } from './use-combobox.ts';

type ProductPickerProps = { products: readonly Product[]; problem: string | undefined; onPick: (sku: string) => void };

/** Finds a product by name or SKU; a chosen product becomes a line. */
export function ProductPicker({ products, problem, onPick }: ProductPickerProps) {
  const box = useCombobox<Product>({ find: (text) => found(products, text), onPick: ({ sku }) => onPick(sku) });
  return (
    <div className={styles.picker}>
      <Field label="Add a product" problem={problem}>
        {(props) => <input {...props} {...box.input} placeholder="Name or SKU" />}
      </Field>
      <div id={box.listId} role="listbox" aria-label="Products" className={styles.list} hidden={!box.open}>
        {box.options.map((product, at) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
          <div
            key={product.sku}
            id={box.optionId(at)}
            role="option"
            aria-selected={at === box.active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => box.pick(product)}
          >
            <span>
              {product.name} <small>{product.sku}</small>
            </span>
            <span>
              {money(product.price)}{' '}
              <small>{product.available > 0 ? `${product.available.toLocaleString('en')} left` : 'sold out'}</small>
            </span>
          </div>
        ))}
        {box.options.length === 0 && <p>No product matches.</p>}
      </div>
    </div>
  );
}

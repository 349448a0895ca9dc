import styles from './facts.module.css';

/** The JSON of an order or run. */
export const Raw = ({ of }: { of: object }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable content must be reachable by keyboard
  <pre className={styles.raw} tabIndex={0}>
    {JSON.stringify(of, null, 2)}
  </pre>
);

import styles from './facts.module.css';

/** An order or run as the API says it. */
export const Raw = ({ of }: { of: object }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  <pre className={styles.raw} tabIndex={0}>
    {JSON.stringify(of, null, 2)}
  </pre>
);

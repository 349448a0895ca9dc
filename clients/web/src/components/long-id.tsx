import styles from './long-id.module.css';

const tail = 6;

/**
 * An id whose middle is elided when space is short, because ids of one day begin alike. Both parts are on one line of text,
 * so that a copy, a search in the page and a screen reader have the whole id.
 */
export const LongId = ({ id }: { id: string }) => (
  <span className={styles.id}>
    <span>{id.slice(0, -tail)}</span>
    {id.slice(-tail)}
  </span>
);

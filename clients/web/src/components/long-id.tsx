import styles from './long-id.module.css';

const tail = 6;

/**
 * An id whose middle is elided when space is short, because ids of one day begin alike. Only the eye sees the two parts: a
 * copy and a search in the page have the whole id.
 */
export const LongId = ({ id }: { id: string }) => (
  <span className={styles.id} data-beginning={id.slice(0, -tail)} data-end={id.slice(-tail)}>
    <span>{id}</span>
  </span>
);

import styles from './long-id.module.css';

const tail = 6;

/**
 * An id whose middle is elided when space is short, because ids of one day begin alike. The caller provides the whole
 * id as a label.
 */
export const LongId = ({ id }: { id: string }) => (
  <span className={styles.id}>
    <span>{id.slice(0, -tail)}</span>
    <span>{id.slice(-tail)}</span>
  </span>
);

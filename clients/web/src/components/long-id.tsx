import styles from './long-id.module.css';

const tail = 6;

/** An id of which, where there is no room, its middle is left out: ids of one day begin alike. Whoever shows it names it whole. */
export const LongId = ({ id }: { id: string }) => (
  <span className={styles.id}>
    <span>{id.slice(0, -tail)}</span>
    <span>{id.slice(-tail)}</span>
  </span>
);

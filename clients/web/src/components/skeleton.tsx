import styles from './skeleton.module.css';

/** A placeholder for content that is loading. */
export const Skeleton = ({ label, lines = 6 }: { label: string; lines?: number }) => (
  <div className={styles.skeleton} role="status">
    <span className="visually-hidden">{label} is loading</span>
    {Array.from({ length: lines }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all the same
      <i key={at} />
    ))}
  </div>
);

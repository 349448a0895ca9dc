import styles from './facts.module.css';

type Facts = readonly (readonly [string, string | null | undefined])[];

/** Names with their values; names without a value are left out. */
export const FactList = ({ facts }: { facts: Facts }) => (
  <dl className={styles.list}>
    {facts
      .filter(([, value]) => value)
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

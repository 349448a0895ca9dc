import { Icon } from '../components/icon.tsx';
import { plain } from '../order/words.ts';
import { tokenStore } from '../session/token-store.ts';
import { useViewer } from '../session/viewer.tsx';
import styles from './viewer-card.module.css';

/** The viewer, and the sign-out. */
export function ViewerCard() {
  const { id, role } = useViewer();
  return (
    <div className={styles.card}>
      <Icon name="user" />
      <span>
        <strong>{id}</strong>
        <small>{plain(role)}</small>
      </span>
      <button type="button" onClick={tokenStore.clear} aria-label="Sign out" title="Sign out">
        <Icon name="out" />
      </button>
    </div>
  );
}

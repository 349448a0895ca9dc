import { tokenStore } from '../session/token-store.ts';
import { useSessionEnd } from '../session/use-session-end.ts';
import { Button } from './button.tsx';
import styles from './session-end.module.css';

/** Offers a new sign-in when the session ends in the middle of an action. */
export function SessionEnd() {
  if (!useSessionEnd()) return null;
  return (
    <div role="alert" className={styles.end}>
      <p>Your session has ended. Your input is kept.</p>
      <Button onClick={tokenStore.clear}>Sign in again</Button>
    </div>
  );
}

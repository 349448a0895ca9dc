import { tokenStore } from '../session/token-store.ts';
import { useSessionEnd } from '../session/use-session-end.ts';
import { Button } from './button.tsx';
import styles from './session-end.module.css';

/** Where the session ends in the midst of something: the way to go on with it. */
export function SessionEnd() {
  if (!useSessionEnd()) return null;
  return (
    <div role="alert" className={styles.end}>
      <p>Your session has ended. What you typed is kept.</p>
      <Button onClick={tokenStore.clear}>Sign in again</Button>
    </div>
  );
}

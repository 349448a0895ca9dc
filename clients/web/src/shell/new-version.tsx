import { useEffect, useState } from 'react';
import { Button } from '../components/button.tsx';
import styles from './new-version.module.css';

/** After an upgrade the files of the old version are gone, so a page that was not loaded before cannot be loaded. */
export function NewVersion() {
  const [isOld, setIsOld] = useState(false);
  useEffect(() => {
    const notice = () => setIsOld(true);
    addEventListener('vite:preloadError', notice);
    return () => removeEventListener('vite:preloadError', notice);
  }, []);
  if (!isOld) return null;
  return (
    <div className={styles.banner} role="alert">
      A new version of this page is available.
      <Button look="primary" onClick={() => location.reload()}>
        Reload
      </Button>
    </div>
  );
}

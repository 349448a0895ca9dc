import { Outlet } from '@tanstack/react-router';
import { Announcer } from '../announce/announcer.tsx';
import { SessionProvider } from '../session/session-provider.tsx';
import { ViewerProvider } from '../session/viewer.tsx';
import { Brand } from './brand.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { CountsProvider } from './counts.tsx';
import { Navigation } from './navigation.tsx';
import { NewVersion } from './new-version.tsx';
import styles from './shell.module.css';
import { usePageFocus } from './use-page-focus.ts';
import { ViewerCard } from './viewer-card.tsx';

/** The frame around every page of a signed-in viewer. */
export const Shell = () => (
  <SessionProvider>
    <ViewerProvider>
      <CountsProvider>
        <div className={styles.shell}>
          <a className={styles.skip} href="#page">
            Skip to content
          </a>
          <header className={styles.side}>
            <Brand />
            <Navigation />
            <div className={styles.session}>
              <ConnectionBanner />
              <ViewerCard />
            </div>
          </header>
          <Page />
          <Announcer />
        </div>
      </CountsProvider>
    </ViewerProvider>
  </SessionProvider>
);

const Page = () => (
  <main id="page" ref={usePageFocus()} className={styles.page} tabIndex={-1}>
    <NewVersion />
    <Outlet />
  </main>
);

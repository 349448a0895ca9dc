import { Icon } from '../../components/icon.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { isStaff, useViewer } from '../../session/viewer.tsx';
import { Attention } from './attention.tsx';
import { Counts } from './counts.tsx';
import styles from './overview.module.css';
import { Services } from './services.tsx';

/** What needs a person first, then the state of the whole system. */
export function OverviewPage() {
  const viewer = useViewer();
  return (
    <div className={styles.page}>
      <PageHead title={isStaff(viewer) ? 'Needs attention' : 'Your orders'}>
        <LinkButton look="primary" to="/new">
          <Icon name="plus" /> New order
        </LinkButton>
      </PageHead>
      <Attention />
      <Counts />
      {isStaff(viewer) && <Services />}
    </div>
  );
}

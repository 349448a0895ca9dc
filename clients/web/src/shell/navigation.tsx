import { Link } from '@tanstack/react-router';
import { Icon } from '../components/icon.tsx';
import { useViewer } from '../session/viewer.tsx';
import { countOf, useCounts } from './counts.tsx';
import styles from './navigation.module.css';
import { placesFor } from './places.ts';

export function Navigation() {
  const { role } = useViewer();
  const waiting = countOf(useCounts(), 'AWAITING_APPROVAL');
  return (
    <nav className={styles.navigation} aria-label="Main">
      <ul>
        {placesFor(role).map(({ to, name, icon, onPhone }) => (
          <li key={to} className={onPhone ? styles.onPhone : ''}>
            <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
              <Icon name={icon} />
              <span>{name}</span>
              {to === '/approvals' && waiting > 0 && <Waiting count={waiting} />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const Waiting = ({ count }: { count: number }) => (
  <span className={styles.waiting}>
    {count > 99 ? '99+' : count}
    <span className="visually-hidden"> waiting</span>
  </span>
);

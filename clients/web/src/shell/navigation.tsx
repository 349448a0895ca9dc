import { Link } from '@tanstack/react-router';
import { Icon } from '../components/icon.tsx';
import { useViewer } from '../session/viewer.tsx';
import styles from './navigation.module.css';
import { placesFor } from './places.ts';

export function Navigation() {
  const { role } = useViewer();
  return (
    <nav className={styles.navigation} aria-label="Main">
      <ul>
        {placesFor(role).map(({ to, name, icon, onPhone }) => (
          <li key={to} className={onPhone ? styles.onPhone : ''}>
            <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
              <Icon name={icon} />
              <span>{name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

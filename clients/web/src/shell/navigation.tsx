import { Link, useMatchRoute } from '@tanstack/react-router';
import { useId, useRef } from 'react';
import { Icon } from '../components/icon.tsx';
import { useViewer } from '../session/viewer.tsx';
import { countOf, useCounts } from './counts.tsx';
import styles from './navigation.module.css';
import { type Place, placesFor } from './places.ts';

/** All destinations in a column; on a phone the most used ones in a row, and the others behind a button. */
export function Navigation() {
  const { role } = useViewer();
  const rest = useRef<HTMLUListElement>(null);
  const id = useId();
  const places = placesFor(role);
  const approves = useMatchRoute()({ to: '/orders/$id/approve' }) !== false && places.some(isApprovals);
  const asItem = (place: Place) => <Item key={place.to} place={place} approves={approves} />;
  return (
    <nav className={styles.navigation} aria-label="Main">
      <ul className={styles.daily}>{places.filter(({ onPhone }) => onPhone).map(asItem)}</ul>
      <button type="button" className={styles.more} popoverTarget={id}>
        <Icon name="more" />
        <span>More</span>
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link is clicked by the keyboard, too */}
      <ul id={id} ref={rest} popover="auto" className={styles.rest} onClick={() => rest.current?.hidePopover()}>
        {places.filter(({ onPhone }) => !onPhone).map(asItem)}
      </ul>
    </nav>
  );
}

const isApprovals = ({ to }: Place) => to === '/approvals';

/** The page that decides about an order belongs to the approvals, though its path is that of the order. */
const Item = ({ place: { to, name, icon }, approves }: { place: Place; approves: boolean }) => (
  <li>
    <Link
      to={to}
      activeOptions={{ exact: to === '/' || approves, includeSearch: false }}
      {...(approves && to === '/approvals' && { 'aria-current': 'page' })}
    >
      <Icon name={icon} />
      <span>{name}</span>
      {to === '/approvals' && <Waiting />}
    </Link>
  </li>
);

function Waiting() {
  const count = countOf(useCounts(), 'AWAITING_APPROVAL');
  if (count === 0) return null;
  return (
    <span className={styles.waiting}>
      {count > 99 ? '99+' : count}
      <span className="visually-hidden"> waiting</span>
    </span>
  );
}

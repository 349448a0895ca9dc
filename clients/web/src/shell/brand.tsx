import { Link } from '@tanstack/react-router';
import styles from './brand.module.css';

export const Brand = () => (
  <Link to="/" className={styles.brand} aria-label="Waybill, overview">
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <path d="M6.5 10.5l4 11.5 5.5-8.5 5.5 8.5 4-11.5" />
    </svg>
    <span>Waybill</span>
  </Link>
);

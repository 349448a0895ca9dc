import type { ComponentProps } from 'react';
import styles from './button.module.css';

type ButtonProps = ComponentProps<'button'> & { look?: 'primary' | 'plain' | 'danger' | 'quiet'; busy?: boolean };

/** While it is busy it takes no further click, and keeps the focus. */
export const Button = ({
  look = 'plain',
  busy = false,
  className = '',
  onClick,
  type = 'button',
  ...props
}: ButtonProps) => (
  <button
    {...props}
    type={busy ? 'button' : type}
    className={`${styles.button} ${styles[look]} ${className}`}
    aria-disabled={busy || props.disabled}
    onClick={busy ? undefined : onClick}
  />
);

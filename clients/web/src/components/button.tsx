import type { ComponentProps } from 'react';
import { type ButtonLook, buttonLook } from './button-look.ts';

type ButtonProps = ComponentProps<'button'> & { look?: ButtonLook; busy?: boolean };

/** While it is busy it ignores clicks and keeps the focus. */
export const Button = ({
  look = 'plain',
  busy = false,
  className,
  onClick,
  type = 'button',
  ...props
}: ButtonProps) => (
  <button
    {...props}
    type={busy ? 'button' : type}
    className={buttonLook(look, className)}
    aria-disabled={busy || props.disabled}
    onClick={busy ? undefined : onClick}
  />
);

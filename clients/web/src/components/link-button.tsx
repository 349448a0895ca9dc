import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { type ButtonLook, buttonLook } from './button-look.ts';

type LookProps = ComponentProps<'a'> & { look?: ButtonLook };

/** A link that looks like a button. */
export const LinkButton = createLink(({ look = 'plain', className, ...props }: LookProps) => (
  <a {...props} className={buttonLook(look, className)} />
));

import type { ReactNode } from 'react';
import { Notice } from '../../components/notice.tsx';

/** In place of what only managers and operators may decide; `children`: where else the viewer can go. */
export const ClosedForYou = ({ children }: { children?: ReactNode }) => (
  <Notice icon="user" title="No access" text="Managers and operators decide here; your orders show the decision.">
    {children}
  </Notice>
);

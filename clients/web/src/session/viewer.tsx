import { useWaybill } from '@waybill/client/react';
import { createContext, type ReactNode, useContext } from 'react';
import { Problem } from '../components/problem.tsx';
import { useAnswer } from '../data/use-answer.ts';

export type Viewer = { id: string; role: string; expiresAt?: string | null };

const ViewerContext = createContext<Viewer | undefined>(undefined);

/** Renders its children once the viewer is known. */
export function ViewerProvider({ children }: { children: ReactNode }) {
  const client = useWaybill();
  const { answer, error, retry } = useAnswer('viewer', (signal) => client.viewer({ signal }));
  if (error) return <Problem error={error} onRetry={retry} />;
  return answer && <ViewerContext value={answer}>{children}</ViewerContext>;
}

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('This component must be inside <ViewerProvider>');
  return viewer;
}

export const isOperator = ({ role }: Viewer): boolean => role === 'OPERATOR';

export const isStaff = ({ role }: Viewer): boolean => role !== 'CUSTOMER';

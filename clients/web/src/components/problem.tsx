import { Forbidden, Refused, Unauthenticated, Unavailable } from '@waybill/client';
import { tokenStore } from '../session/token-store.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** Explains an error by its kind, and offers what a person can do. */
function told(error: unknown): { title: string; text: string } {
  if (error instanceof Unauthenticated)
    return { title: 'Your session has ended', text: 'Sign in again to continue where you were.' };
  if (error instanceof Forbidden)
    return { title: 'No access', text: 'Your role may not see this. Ask somebody with more rights.' };
  if (error instanceof Unavailable)
    return { title: 'No response', text: `${error.message}. Nothing was lost; try again in a moment.` };
  if (error instanceof Refused && error.code.endsWith('_NOT_FOUND'))
    return { title: 'Not found', text: 'It does not exist, or it belongs to another customer.' };
  return { title: 'Something went wrong', text: error instanceof Error ? error.message : String(error) };
}

export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, text } = told(error);
  return (
    <Notice icon="alert" title={title} text={text} role="alert">
      {error instanceof Unauthenticated ? (
        <Button look="primary" onClick={tokenStore.clear}>
          Sign in again
        </Button>
      ) : (
        onRetry && (
          <Button look="primary" onClick={onRetry}>
            Try again
          </Button>
        )
      )}
    </Notice>
  );
}

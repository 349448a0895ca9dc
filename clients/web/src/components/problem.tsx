import { Unauthenticated } from '@waybill/client';
import { tokenStore } from '../session/token-store.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { problemWords } from './problem-words.ts';

export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, text } = problemWords(error);
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

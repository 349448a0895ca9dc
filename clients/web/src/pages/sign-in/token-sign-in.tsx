import { connect } from '@waybill/client';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { tokenProblem } from '../../session/token-problem.ts';
import styles from './sign-in-page.module.css';

type TokenSignInProps = { look: 'plain' | 'primary'; onAccepted: (token: string) => void };

/** Signs in with a token once the gateway has accepted it; one that is refused stays in its field, with the reason. */
export function TokenSignIn({ look, onAccepted }: TokenSignInProps) {
  const [token, setToken] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = token.trim();
    if (!given || busy) return;
    setBusy(true);
    const refusal = await refusalOf(given);
    setBusy(false);
    setProblem(refusal);
    if (refusal === undefined) onAccepted(given);
    else field.current?.focus();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <Field label="Token" hint="It is kept only in this tab." problem={problem}>
        {(props) => (
          <input
            {...props}
            ref={field}
            type="password"
            autoComplete="off"
            value={token}
            onChange={(event) => setToken(event.target.value)}
          />
        )}
      </Field>
      <Button look={look} type="submit" busy={busy}>
        {busy ? 'Signing in …' : 'Sign in'}
      </Button>
    </form>
  );
}

/** Why the gateway refuses a token; undefined if it accepts it. */
async function refusalOf(token: string): Promise<string | undefined> {
  const client = connect({ url: '/graphql', token });
  try {
    await client.viewer();
    return undefined;
  } catch (error) {
    return tokenProblem(token, error);
  } finally {
    client.close();
  }
}

import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import type { SignInConfig } from '../../session/gateway-config.ts';
import { callbackOnce } from '../../session/oidc/callback.ts';
import { beginSignIn, finishSignIn } from '../../session/oidc/issuer-session.ts';
import styles from './sign-in-page.module.css';

type IssuerSignInProps = { config: SignInConfig; from: string; onSignedIn: (from: string) => void };

/** Signs in on the issuer's page, and completes the sign-in or shows its error after the return. */
export function IssuerSignIn({ config, from, onSignedIn }: IssuerSignInProps) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const act = async (what: () => Promise<void>) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await what();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  const finish = useEffectEvent(() => {
    const sent = callbackOnce();
    if (sent) void act(async () => onSignedIn(await finishSignIn(config, sent)));
  });
  useEffect(() => finish(), []);
  return (
    <section className={styles.form} aria-label="With your account">
      <Button look="primary" busy={busy} onClick={() => void act(() => beginSignIn(config, from))}>
        {busy ? 'Signing in …' : `Sign in with ${new URL(config.issuer).host}`}
      </Button>
      {refusal && (
        <p role="alert" className={styles.refusal}>
          Signing in failed: {refusal}
        </p>
      )}
    </section>
  );
}

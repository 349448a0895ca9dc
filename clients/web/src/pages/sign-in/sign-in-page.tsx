import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from '../../components/button.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { plain } from '../../order/words.ts';
import { developmentTokens } from '../../session/development-tokens.ts';
import { gatewayConfig } from '../../session/gateway-config.ts';
import { localPath } from '../../session/local-path.ts';
import { tokenStore } from '../../session/token-store.ts';
import { IssuerSignIn } from './issuer-sign-in.tsx';
import styles from './sign-in-page.module.css';
import { TokenSignIn } from './token-sign-in.tsx';

/** What each role may do. */
const rights: Readonly<Record<string, string>> = {
  customer: 'Places orders and follows its own.',
  manager: 'Sees the orders of all customers; approves, rejects, refunds and restocks.',
  operator: 'May do all of this, intervenes in stuck orders, and controls the faults (Chaos).',
};

/** Sign-in with an issuer's account if there is one, with a token, or in development as any role. */
export function SignInPage() {
  const { from } = useSearch({ from: '/signin' });
  const navigate = useNavigate();
  const { answer: roles } = useAnswer('roles', developmentTokens);
  const { answer: config } = useAnswer('config', gatewayConfig);
  const issuer = config?.signIn;
  const goOn = (to: string | undefined) => void navigate({ href: localPath(to, location.origin) });
  const signIn = (chosen: string) => {
    tokenStore.set(chosen);
    goOn(from);
  };
  return (
    <main className={styles.page}>
      <h1>Sign in to Waybill</h1>
      {issuer && <IssuerSignIn config={issuer} from={from ?? '/'} onSignedIn={goOn} />}
      {roles && (
        <section aria-label="On this machine">
          <p>This is a development gateway. Sign in as</p>
          <ul className={styles.roles}>
            {Object.entries(roles).map(([role, given]) => (
              <li key={role}>
                <Button onClick={() => signIn(given)} aria-describedby={`role-${role}`}>
                  {plain(role)}
                </Button>
                <small id={`role-${role}`}>{rights[role]}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      <TokenSignIn look={issuer ? 'plain' : 'primary'} onAccepted={signIn} />
    </main>
  );
}

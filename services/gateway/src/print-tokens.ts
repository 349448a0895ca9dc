import { BadSettings } from '@waybill/contracts/settings';
import { runCommand, settingsOf } from '@waybill/platform';
import { mintDevelopmentTokens } from './auth/development-tokens.ts';

const { settings, log } = settingsOf('gateway');

/** Prints a token for each role: for development beyond loopback, where the gateway serves none. */
await runCommand(log, async () => {
  const { NODE_ENV, WAYBILL_JWT_SECRET: secret, WAYBILL_JWT_ISSUER: issuer, WAYBILL_JWT_AUDIENCE: audience } = settings;
  if (NODE_ENV === 'production')
    throw new BadSettings('NODE_ENV: must not be production, which has no development tokens');
  if (!secret) throw new BadSettings('WAYBILL_JWT_SECRET: is required to sign the tokens');
  const tokens = await mintDevelopmentTokens({ secret, issuer, audience }, new Date());
  for (const [role, token] of Object.entries(tokens)) process.stdout.write(`${role}: ${token}\n`);
});

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BadSettings } from '@waybill/contracts/settings';

type Settings = { [setting: `TEMPORAL_TLS_${string}_PATH`]: string | undefined };

const certificate = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** The file of a setting, with at least one certificate, each of which can be read; undefined if the setting is absent. */
export const certificatesIn = (setting: keyof Settings, settings: Settings): Buffer | undefined =>
  fileAt(setting, settings, 'must be a file of certificates in PEM', (content) => {
    const found = content.toString().match(certificate) ?? [];
    for (const each of found) new X509Certificate(each);
    return found.length > 0;
  });

/** The file of a setting, with a private key without a passphrase; undefined if the setting is absent. */
export const privateKeyIn = (setting: keyof Settings, settings: Settings): Buffer | undefined =>
  fileAt(setting, settings, 'must be a file of a private key in PEM, without a passphrase', (content) =>
    Boolean(createPrivateKey(content)),
  );

/** Throws if the key is not the one of the first certificate. */
export function refuseOtherPair(certificates: Buffer, key: Buffer): void {
  if (!new X509Certificate(certificates).checkPrivateKey(createPrivateKey(key)))
    throw new BadSettings(
      'TEMPORAL_TLS_CLIENT_KEY_PATH: must be the key of the certificate in TEMPORAL_TLS_CLIENT_CERT_PATH',
    );
}

function fileAt(
  setting: keyof Settings,
  settings: Settings,
  must: string,
  isAllowed: (content: Buffer) => boolean,
): Buffer | undefined {
  const file = settings[setting];
  if (file === undefined) return undefined;
  const content = contentOf(setting, file);
  if (!passes(() => isAllowed(content))) throw new BadSettings(`${setting}: ${must}`);
  return content;
}

function contentOf(setting: keyof Settings, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new BadSettings(`${setting}: must be a file that can be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** Node's parsers throw errors of OpenSSL, which say nothing of use. */
function passes(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

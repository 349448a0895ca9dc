import { faultLine, type Log, oneAtATime } from '@waybill/platform';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { IssuerUnavailable } from './session.ts';

/** The keys that tokens are verified with. */
export type Keys = {
  keyOf: JWTVerifyGetKey;
  /** Whether the keys are to be fetched again before anything else is decided by them. */
  isDue: () => boolean;
  /** Changes whenever keys were fetched: what was verified before may have been signed with a withdrawn one. */
  revision: () => number;
};

/** A withdrawn key is refused after this time at the latest. */
const freshMs = 10 * 60_000;
/** The issuer is not asked more often, for an unknown key or after a failure: anybody can send tokens of unknown keys. */
const cooldownMs = 30_000;
/**
 * How long known keys are accepted while the issuer cannot be asked: an outage over a night stops nobody, and who keeps
 * the gateway from its issuer keeps a stolen key valid for no longer.
 */
const keptMs = 24 * 60 * 60_000;

type Options = { now: () => Date; log: Pick<Log, 'info' | 'warn'> | undefined };

/**
 * The keys that an issuer publishes. A set that was fetched without a key withdraws it; an issuer that does not answer
 * withdraws nothing. A missing key is an error of the token; any other failure is one of its issuer.
 */
export function createPublishedKeys(url: URL, options: Options): Keys {
  const set = createKeySet(url, options);
  return {
    isDue: set.isDue,
    revision: set.revision,
    async keyOf(header, token) {
      if (set.isDue()) await set.refreshed();
      if (!set.isUsable()) throw set.failure();
      try {
        return await set.keyOf(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        if (!set.isCooling()) await set.ask();
        if (set.failure()) throw set.failure();
        return await set.keyOf(header, token);
      }
    },
  };
}

/** The set that was fetched last, and how the last attempt went. */
function createKeySet(url: URL, { now, log }: Options) {
  const published = createRemoteJWKSet(url, { cacheMaxAge: Infinity, cooldownDuration: Infinity }); // fetches only when told to
  const last = { fetchedAt: never, askedAt: never, revision: 0, failure: undefined as Error | undefined };
  const isWithin = (ms: number, since: number) => {
    const age = now().getTime() - since;
    return age >= 0 && age < ms; // a clock that was set back must not make a set younger
  };
  const isUsable = () => isWithin(keptMs, last.fetchedAt);
  const isCooling = () => isWithin(cooldownMs, last.askedAt);

  const ask = oneAtATime(async () => {
    const startedAt = now().getTime();
    const failure = await failureOf(published.reload());
    if (log) report(log, last.failure, failure);
    const fetched = failure ? {} : { fetchedAt: startedAt, revision: last.revision + 1 };
    Object.assign(last, fetched, { failure, askedAt: now().getTime() });
  });

  return {
    ask,
    isUsable,
    isCooling,
    isDue: () => !isUsable() || !(isWithin(freshMs, last.fetchedAt) || isCooling()),
    revision: () => last.revision,
    failure: () => last.failure,
    keyOf: (...args: Parameters<JWTVerifyGetKey>) => keyIn(published, args),
    /** In an outage nobody with a known key waits for an issuer that may never answer. */
    refreshed: () => {
      const request = ask();
      return last.failure && isUsable() ? undefined : request;
    },
  };
}

const failureOf = (request: Promise<void>): Promise<Error | undefined> =>
  request.then(
    () => undefined,
    (error: unknown) => new IssuerUnavailable(error),
  );

const never = Number.NEGATIVE_INFINITY;

/** An outage is one line, and its end another. */
function report(log: Pick<Log, 'info' | 'warn'>, before: unknown, failure: Error | undefined): void {
  if (failure && !before) log.warn({ error: faultLine(failure) }, "the token issuer's keys are unavailable");
  if (!failure && before) log.info({}, "the token issuer's keys are available again");
}

async function keyIn(published: JWTVerifyGetKey, args: Parameters<JWTVerifyGetKey>) {
  try {
    return await published(...args);
  } catch (error) {
    const { JWKSNoMatchingKey, JWKSMultipleMatchingKeys } = errors;
    if (error instanceof JWKSNoMatchingKey || error instanceof JWKSMultipleMatchingKeys) throw error;
    throw new IssuerUnavailable(error);
  }
}

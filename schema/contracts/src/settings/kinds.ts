import { z } from 'zod';
import { millisecondsOf } from '../values/duration.ts';
import { hostIn } from '../values/host.ts';

/** The kinds of settings, and the texts that each accepts. */
export type Kind<T> = {
  /** A predicate that follows the setting's name: `must be a port from 0 to 65535`. */
  allowed: string;
  /** Undefined if the text is not allowed. */
  read: (text: string) => T | undefined;
  /** A secret is used verbatim, and never shown. */
  secret?: boolean;
};

/** The longest time that Node's timers accept. */
const longestTimerMs = 2 ** 31 - 1;

const wholeNumber = (from: number, to: number) => (text: string) => {
  const number = Number(text);
  return /^\d{1,10}$/.test(text) && number >= from && number <= to ? number : undefined;
};

const durationFrom = (from: number) => (text: string) => {
  const milliseconds = millisecondsOf(text);
  return milliseconds !== undefined && milliseconds >= from && milliseconds <= longestTimerMs
    ? milliseconds
    : undefined;
};

export const port: Kind<number> = { allowed: 'must be a port from 0 to 65535', read: wholeNumber(0, 65_535) };

/** Others must know it before it is open. */
export const knownPort: Kind<number> = { allowed: 'must be a port from 1 to 65535', read: wholeNumber(1, 65_535) };

export const count: Kind<number> = {
  allowed: 'must be a whole number from 1 to 2147483647',
  read: wholeNumber(1, longestTimerMs),
};

/** A limit with a minimum and a maximum. */
export const countBetween = (least: number, most: number): Kind<number> => ({
  allowed: `must be a whole number from ${least} to ${most}`,
  read: wholeNumber(least, most),
});

/** A limit that can be lowered but not raised. */
export const countTo = (most: number): Kind<number> => ({
  allowed: `must be a whole number from 1 to ${most}`,
  read: wholeNumber(1, most),
});

export const share: Kind<number> = {
  allowed: 'must be a number from 0 to 1',
  read: (given) => (/^(0|1|0?\.\d{1,9}|1\.0+)$/.test(given) ? Number(given) : undefined),
};

export const duration: Kind<number> = {
  allowed: 'must be an ISO 8601 duration such as PT20S, and no longer than 24 days',
  read: durationFrom(0),
};

export const positiveDuration: Kind<number> = {
  allowed: 'must be an ISO 8601 duration such as PT20S, longer than nothing and no longer than 24 days',
  read: durationFrom(1),
};

export const oneOf = <Word extends string>(...words: readonly Word[]): Kind<Word> => ({
  allowed: `must be one of ${words.join(', ')}`,
  read: (text) => words.find((word) => word === text),
});

/** The case of letters is ignored. */
export const inAnyCase = <T>({ allowed, read }: Kind<T>): Kind<T> => ({
  allowed,
  read: (given) => read(given.toLowerCase()),
});

export const onOff = oneOf('on', 'off');

export const text: Kind<string> = {
  allowed: 'must be one line of 200 characters or fewer',
  read: (given) => (/^\P{Cc}{1,200}$/u.test(given) ? given : undefined),
};

export const taskQueue: Kind<string> = {
  allowed: 'must be 1 to 200 letters, digits or . _ -',
  read: (given) => (/^[\w.-]{1,200}$/.test(given) ? given : undefined),
};

export const path: Kind<string> = {
  allowed: 'must be a path',
  read: (given) => (given.includes('\0') ? undefined : given),
};

const label = '[a-z\\d_](?:[a-z\\d_-]{0,61}[a-z\\d_])?';
const hostName = new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label})*$`, 'i');
const isIp = (given: string) => z.union([z.ipv4(), z.ipv6()]).safeParse(given).success;

export const host: Kind<string> = {
  allowed: 'must be an IP address such as 0.0.0.0 or ::1, or a host name',
  read: (given) => (isIp(given) || (hostName.test(given) && !/^[\d.]+$/.test(given)) ? given : undefined),
};

export const address: Kind<string> = {
  allowed: 'must be HOST:PORT, such as 127.0.0.1:7233',
  read: (given) => {
    const [, bracketed, name, number = ''] = /^(?:\[(.+)\]|([^:]+)):(\d+)$/.exec(given) ?? [];
    return host.read(bracketed ?? name ?? '') && wholeNumber(1, 65_535)(number) ? given : undefined;
  },
};

/** Without a trailing slash, so that a path can be appended. */
export const url: Kind<string> = {
  allowed: 'must be a URL that begins with http:// or https://, without user, query and fragment',
  read: (given) => {
    const parsed = URL.canParse(given) ? new URL(given) : undefined;
    const plain =
      parsed && /^https?:\/\//i.test(given) && !/[?#\s]/.test(given) && !parsed.username && !parsed.password;
    return plain ? given.replace(/\/+$/, '') : undefined;
  },
};

/** Hosts as in the `Host` header; ports are ignored. */
export const hosts: Kind<string[]> = {
  allowed: 'must be host names or IP addresses, separated by commas',
  read: (given) => listOf(given, (each) => hostIn(z.ipv6().safeParse(each).success ? `[${each}]` : each)),
};

const isOrigin = (given: string) => URL.canParse(given) && new URL(given).origin === given;

export const origins: Kind<string[]> = {
  allowed: 'must be origins such as https://shop.example, without a path, separated by commas',
  read: (given) => listOf(given, (each) => (isOrigin(each) ? each : undefined)),
};

export const someOf = <Word extends string>(...words: readonly Word[]): Kind<Word[]> => ({
  allowed: `must be one or several of ${words.join(', ')}, separated by commas`,
  read: (given) => listOf(given, oneOf(...words).read),
});

/** Removes repetitions; undefined if one of the entries is not allowed. */
export function listOf<T>(given: string, read: (text: string) => T | undefined): T[] | undefined {
  const items = given.split(',').map((item) => read(item.trim()));
  return items.every((item) => item !== undefined) ? [...new Set(items)] : undefined;
}

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
  read: (value) => (/^(0|1|0?\.\d{1,9}|1\.0+)$/.test(value) ? Number(value) : undefined),
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
  read: (value) => read(value.toLowerCase()),
});

export const onOff = oneOf('on', 'off');

export const text: Kind<string> = {
  allowed: 'must be one line of 200 characters or fewer',
  read: (value) => (/^\P{Cc}{1,200}$/u.test(value) ? value : undefined),
};

export const taskQueue: Kind<string> = {
  allowed: 'must be 1 to 200 letters, digits or . _ -',
  read: (value) => (/^[\w.-]{1,200}$/.test(value) ? value : undefined),
};

export const path: Kind<string> = {
  allowed: 'must be a path',
  read: (value) => (value.includes('\0') ? undefined : value),
};

const label = '[a-z\\d_](?:[a-z\\d_-]{0,61}[a-z\\d_])?';
const hostName = new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label})*$`, 'i');
const isIp = (value: string) => z.union([z.ipv4(), z.ipv6()]).safeParse(value).success;

export const host: Kind<string> = {
  allowed: 'must be an IP address such as 0.0.0.0 or ::1, or a host name',
  read: (value) => (isIp(value) || (hostName.test(value) && !/^[\d.]+$/.test(value)) ? value : undefined),
};

export const address: Kind<string> = {
  allowed: 'must be HOST:PORT, such as 127.0.0.1:7233',
  read: (value) => {
    const [, bracketed, name, number = ''] = /^(?:\[(.+)\]|([^:]+)):(\d+)$/.exec(value) ?? [];
    return host.read(bracketed ?? name ?? '') && wholeNumber(1, 65_535)(number) ? value : undefined;
  },
};

/** Without a trailing slash, so that a path can be appended. */
export const url: Kind<string> = {
  allowed: 'must be a URL that begins with http:// or https://, without user, query and fragment',
  read: (value) => {
    const parsed = URL.canParse(value) ? new URL(value) : undefined;
    const plain =
      parsed && /^https?:\/\//i.test(value) && !/[?#\s]/.test(value) && !parsed.username && !parsed.password;
    return plain ? value.replace(/\/+$/, '') : undefined;
  },
};

/** Hosts as in the `Host` header; ports are ignored. */
export const hosts: Kind<string[]> = {
  allowed: 'must be host names or IP addresses, separated by commas',
  read: (value) => listOf(value, (each) => hostIn(z.ipv6().safeParse(each).success ? `[${each}]` : each)),
};

const isOrigin = (value: string) => URL.canParse(value) && new URL(value).origin === value;

export const origins: Kind<string[]> = {
  allowed: 'must be origins such as https://shop.example, without a path, separated by commas',
  read: (value) => listOf(value, (each) => (isOrigin(each) ? each : undefined)),
};

export const someOf = <Word extends string>(...words: readonly Word[]): Kind<Word[]> => ({
  allowed: `must be one or several of ${words.join(', ')}, separated by commas`,
  read: (value) => listOf(value, oneOf(...words).read),
});

/** Removes repetitions; undefined if one of the entries is not allowed. */
export function listOf<T>(value: string, read: (text: string) => T | undefined): T[] | undefined {
  const items = value.split(',').map((item) => read(item.trim()));
  return items.every((item) => item !== undefined) ? [...new Set(items)] : undefined;
}

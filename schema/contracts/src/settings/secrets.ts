import type { Kind } from './kinds.ts';

// A secret is used verbatim, and never shown.

/** A driver's name after a plus, as in Python's libraries, is ignored. */
export const databaseUrl: Kind<string> = {
  allowed: 'must be a URL such as postgres://user:password@host:5432/database',
  secret: true,
  read: (text) => {
    const plain = text.replace(/^(postgres(?:ql)?)\+\w{1,20}(?=:\/\/)/, '$1');
    return /^postgres(ql)?:\/\//.test(plain) && URL.canParse(plain) ? plain : undefined;
  },
};

export const secret: Kind<string> = {
  allowed: 'must have 32 characters or more, spaces at its ends not counted',
  secret: true,
  read: (text) => (text.trim().length >= 32 ? text : undefined),
};

export const serviceToken: Kind<string> = {
  allowed: 'must have 32 to 512 letters, digits or . _ ~ + / = -',
  secret: true,
  read: (text) => (/^[\w.~+/=-]{32,512}$/.test(text) ? text : undefined),
};

export const apiKey: Kind<string> = {
  allowed: 'must have 1 to 4096 letters, digits or . _ ~ + / = -',
  secret: true,
  read: (text) => (/^[\w.~+/=-]{1,4096}$/.test(text) ? text : undefined),
};

/** A user's token, as long as its issuer makes it. */
export const userToken: Kind<string> = {
  allowed: 'must be one line of printable characters, without spaces',
  secret: true,
  read: (given) => (/^[\x21-\x7e]+$/.test(given.trim()) ? given : undefined),
};

const nul = String.fromCharCode(0);
const replacement = '\uFFFD';

/**
 * The same value with what Postgres cannot store in text replaced: NUL and unpaired surrogates. An order must be
 * recorded even if its content is invalid; rejecting it is the validation's task.
 */
export function storable<T>(value: T): T {
  const isSuspect = JSON.stringify(value).includes('\\u');
  return isSuspect ? (cleaned(value) as T) : value;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(nul, replacement).replace(/\p{Cs}/gu, replacement);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleaned(key), cleaned(inner)]));
}

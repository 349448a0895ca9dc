/** `?after=3&first=20`, without what is undefined; empty when all is. */
export function queryOf(parameters: object): string {
  const present = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return present.length === 0 ? '' : `?${new URLSearchParams(present.map(([name, value]) => [name, String(value)]))}`;
}

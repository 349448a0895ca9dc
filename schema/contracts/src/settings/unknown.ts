/** A line for each unknown name with our prefix, with the name that was probably meant. */
export function unknownNames(env: object, known: readonly string[]): string[] {
  const ours = Object.keys(env).filter((name) => /^waybill_/i.test(name) && !known.includes(name));
  const links = ours.filter((name) => /_SERVICE_(HOST|PORT)(_|$)|_PORT_\d+_(TCP|UDP|SCTP)(_|$)/.test(name));
  return ours.map((name) => `${name}: ${links.includes(name) ? serviceLink : noSuch(name, known)}`);
}

const serviceLink =
  'is no setting; Kubernetes sets it for a Service of that name: set enableServiceLinks: false in the pod';

function noSuch(name: string, known: readonly string[]): string {
  const upper = name.toUpperCase();
  const nearest = known.toSorted((one, other) => distance(upper, one) - distance(upper, other))[0];
  return `is no setting; ${nearest} is the nearest`;
}

/** The Levenshtein distance between two names. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let line = 1; line <= from.length; line += 1) {
    const above = row;
    row = [line];
    for (let at = 1; at <= to.length; at += 1) {
      const exchanged = (above[at - 1] ?? 0) + (from[line - 1] === to[at - 1] ? 0 : 1);
      row.push(Math.min(exchanged, (above[at] ?? 0) + 1, (row[at - 1] ?? 0) + 1));
    }
  }
  return row[to.length] ?? 0;
}

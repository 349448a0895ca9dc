/** A string, and the colon that makes it a key; or what begins, ends or goes on an object or list. */
const token = /("(?:[^"\\]+|\\.)*")\s*(:?)|[{}[\],]/g;

/** An open object with its keys so far, or a list; `at` is the current key or index. */
type Open = { keys: Set<string>; at: string | number };

/**
 * Returns the path of the first key that an object of this JSON has twice. `JSON.parse`, which must have accepted the text,
 * keeps the last value of such a key, another reader may keep the first: they would disagree about what was requested.
 */
export function repeatedKey(json: string): string[] | undefined {
  const open: Open[] = [];
  for (const [text, string, colon] of json.matchAll(token)) {
    const inner = open.at(-1);
    if (text === '{') open.push({ keys: new Set(), at: '' });
    else if (text === '[') open.push({ keys: new Set(), at: 0 });
    else if (text === '}' || text === ']') open.pop();
    else if (!inner) continue;
    else if (text === ',' && typeof inner.at === 'number') inner.at += 1;
    else if (string && colon) {
      inner.at = JSON.parse(string) as string;
      if (inner.keys.has(inner.at)) return open.map(({ at }) => String(at));
      inner.keys.add(inner.at);
    }
  }
  return undefined;
}

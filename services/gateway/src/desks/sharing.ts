/** Whoever asks for the same while the answer is on its way gets the same answer. */
export function sharing<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (key) => {
    const answer = asked.get(key) ?? ask(key).finally(() => asked.delete(key));
    asked.set(key, answer);
    return answer;
  };
}

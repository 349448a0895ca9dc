import { BoundedMap } from '@waybill/bounded';

const underWay = 10_000;

/** Whoever asks for the same while the answer is on its way gets the same answer. */
export function sharing<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const asked = new BoundedMap<string, Promise<T>>('orders being asked for', underWay);
  return async (key) => asked.getOrMake(key, () => ask(key).finally(() => asked.delete(key)));
}

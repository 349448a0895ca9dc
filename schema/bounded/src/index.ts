export { BoundedCache, type CacheBounds } from './cache.ts';
export { BoundedMap, Full } from './map.ts';
export { BoundedQueue } from './queue.ts';

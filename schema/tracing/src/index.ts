export { beginTrace, type Root } from './root.ts';
export {
  type Attributes,
  bound,
  carried,
  type Headers,
  inContextOf,
  runningContext,
  runningTraceId,
  type SpanOptions,
  type Told,
  traced,
  tracedApart,
  tracedSince,
  untraced,
} from './spans.ts';
export { isTracing } from './switch.ts';

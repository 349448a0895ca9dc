export { beginTrace, type Root } from './root.ts';
export {
  type ActiveSpan,
  type Attributes,
  bound,
  carried,
  type Headers,
  inContextOf,
  runningContext,
  runningTraceId,
  type SpanOptions,
  traced,
  tracedApart,
  tracedSince,
  untraced,
} from './spans.ts';
export { isTracing } from './switch.ts';

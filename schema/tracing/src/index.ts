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
  tracedSince,
  untraced,
} from './spans.ts';
export { isTracing } from './switch.ts';

import { Badge } from '../components/badge.tsx';
import { runStatusWords } from './words.ts';

export function RunStatus({ status }: { status: string }) {
  const { word, tone } = runStatusWords(status);
  return <Badge tone={tone}>{word}</Badge>;
}

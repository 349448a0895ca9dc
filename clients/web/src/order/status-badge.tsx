import { Badge } from '../components/badge.tsx';
import { statusWords } from './words.ts';

export function StatusBadge({ status }: { status: string }) {
  const { word, tone } = statusWords(status);
  return <Badge tone={tone}>{word}</Badge>;
}

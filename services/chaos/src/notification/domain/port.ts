import type { Message } from './rules.ts';

export interface Messages {
  /** Keeps an order's first message of a kind, and answers with the one that is kept. */
  keepFirst(message: Message): Promise<Message>;
  newest(orderId: string): Promise<Message | undefined>;
  statistics(): Promise<Record<string, number>>;
}

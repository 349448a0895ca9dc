import type { Message } from './message.ts';

export interface Messages {
  /** The message of a kind that an order has received. */
  find(orderId: string, kind: Message['kind']): Promise<Message | undefined>;
  /** Writes the message at the end of the call, unless the order has received one of its kind. */
  keep(message: Message): void;
  newest(orderId: string): Promise<Message | undefined>;
  statistics(): Promise<Record<string, number>>;
}

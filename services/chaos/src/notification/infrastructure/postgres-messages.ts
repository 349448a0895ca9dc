import { type SQL, sql } from 'drizzle-orm';
import type { UnitOfWork } from '../../calls/unit-of-work.ts';
import type { Message } from '../domain/message.ts';
import type { Messages } from '../domain/messages.ts';

const columns = `
  select notification_id as "notificationId", order_id as "orderId", kind, recipient, detail, status, sent_at as "sentAt"
  from chaos.messages`;

const insert = ({ notificationId, orderId, kind, recipient, detail, status, sentAt }: Message): SQL => sql`
  insert into chaos.messages (notification_id, order_id, kind, recipient, detail, status, sent_at)
  values (${notificationId}, ${orderId}, ${kind}, ${recipient}, ${detail}, ${status}, ${sentAt}) returning seq`;

export const createMessages = ({ read, write }: UnitOfWork): Messages => ({
  find: async (orderId, kind) => {
    const [message] = await read<Message>(`${columns} where order_id = $1 and kind = $2`, [orderId, kind]);
    return message;
  },
  keep: (message) => write(insert(message)),
  newest: async (orderId) => {
    const [newest] = await read<Message>(`${columns} where order_id = $1 order by seq desc limit 1`, [orderId]);
    return newest;
  },
  statistics: async () => {
    const counted = await read<{ kind: string; count: number }>(
      'select kind, count(*)::int as count from chaos.messages group by kind',
      [],
    );
    return Object.fromEntries(counted.map(({ kind, count }) => [kind, count]));
  },
});

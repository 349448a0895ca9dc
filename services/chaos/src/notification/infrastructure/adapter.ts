import type { Desk } from '../../calls/desk.ts';
import type { Messages } from '../domain/port.ts';
import type { Message } from '../domain/rules.ts';

const columns = `
  select notification_id as "notificationId", order_id as "orderId", kind, recipient, detail, status, sent_at as "sentAt"
  from chaos.messages`;

const keep = `
  insert into chaos.messages (notification_id, order_id, kind, recipient, detail, status, sent_at)
  values ($1, $2, $3, $4, $5, $6, $7) returning seq`;

export const messagesAt = ({ read, write }: Desk): Messages => ({
  find: async (orderId, kind) => {
    const [message] = await read<Message>(`${columns} where order_id = $1 and kind = $2`, [orderId, kind]);
    return message;
  },
  keep: ({ notificationId, orderId, kind, recipient, detail, status, sentAt }) =>
    write(keep, [notificationId, orderId, kind, recipient, detail, status, sentAt]),
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

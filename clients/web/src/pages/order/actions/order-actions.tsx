import { useNavigate, useSearch } from '@tanstack/react-router';
import type { OrderDetailsFragment } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { ActionBar } from '../../../action/action-bar.tsx';
import { ActionFields } from './action-fields.tsx';
import { actionWords, offered } from './actions.ts';
import { dialogTitle } from './dialog-title.ts';
import { send } from './send.ts';
import { whyNotNow } from './why-not-now.ts';

export function OrderActions({ order }: { order: OrderDetailsFragment }) {
  const client = useWaybill();
  const navigate = useNavigate({ from: '/orders/$id' });
  const { dialog } = useSearch({ from: '/shell/orders/$id' });
  return (
    <ActionBar
      id={order.id}
      actions={offered(order.availableActions)}
      wordsOf={actionWords}
      titleOf={(action) => dialogTitle(action, order)}
      whyNotNow={(action) => whyNotNow(action, order)}
      dialog={dialog}
      onDialog={(action) =>
        void navigate({ search: (last) => ({ ...last, dialog: action }), replace: !action, resetScroll: false })
      }
      fieldsOf={(asks, problems) => <ActionFields asks={asks} order={order} problems={problems} />}
      send={(action, form, commandId) => send(client, { order, action, form, commandId })}
    />
  );
}

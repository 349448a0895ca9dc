import type { OrderDetailsFragment } from '@waybill/client';
import type { FormEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { DialogForm } from '../../../components/dialog-form.tsx';
import type { Verdict } from '../../../order/verdict.ts';
import { VerdictLine } from '../../../order/verdict-line.tsx';
import { ActionFields } from './action-fields.tsx';
import { actionWords } from './actions.ts';
import type { Given } from './send.ts';

type ActionDialogProps = {
  action: string;
  order: OrderDetailsFragment;
  busy: boolean;
  verdict: Verdict | undefined;
  onClose: () => void;
  onSend: (given: Given) => void;
};

/** Asks for what an action needs. What was typed stays until it is accepted. */
export function ActionDialog({ action, order, busy, verdict, onClose, onSend }: ActionDialogProps) {
  const { label, look, asks } = actionWords(action);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSend(givenIn(new FormData(event.currentTarget), asks));
  };
  return (
    <Dialog title={label} onClose={onClose}>
      <DialogForm
        onSubmit={submit}
        onBack={onClose}
        confirm={
          <Button type="submit" look={look === 'danger' ? 'danger' : 'primary'} busy={busy}>
            {label}
          </Button>
        }
      >
        <ActionFields asks={asks} order={order} problems={verdict?.problems ?? {}} />
        {verdict && !verdict.accepted && <VerdictLine verdict={verdict} />}
      </DialogForm>
    </Dialog>
  );
}

function givenIn(form: FormData, asks: string | undefined): Given {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  switch (asks) {
    case 'item':
      return { item: { sku: text('sku'), quantity: Number(text('quantity')) } };
    case 'address':
      return {
        address: {
          ...{ street: text('street'), city: text('city'), country: text('country').toUpperCase() },
          ...{ state: text('state') || null, zip: text('zip') || null },
        },
      };
    default:
      return { text: text('text') };
  }
}

import { useWaybill } from '@waybill/client/react';
import type { FormEvent } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { Field } from '../../components/field.tsx';
import { useCommand } from '../../order/use-command.ts';
import { VerdictLine } from '../../order/verdict-line.tsx';

type RestockDialogProps = { sku: string; onClose: (changed: boolean) => void };

export function RestockDialog({ sku, onClose }: RestockDialogProps) {
  const client = useWaybill();
  const { run, busy, verdict } = useCommand();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const quantity = Number(new FormData(event.currentTarget).get('quantity'));
    const reached = await run(
      (idempotencyKey) => client.catalogue.restock(sku, quantity, { idempotencyKey }),
      'Restocked',
    );
    if (reached?.accepted) onClose(true);
  };
  return (
    <Dialog title={`Restock ${sku}`} onClose={() => onClose(false)}>
      <DialogForm
        onSubmit={(event) => void submit(event)}
        onBack={() => onClose(false)}
        confirm={
          <Button type="submit" look="primary" busy={busy}>
            Put on the shelf
          </Button>
        }
      >
        <Field label="How many more" problem={verdict?.problems?.quantity}>
          {(props) => (
            <input {...props} name="quantity" type="number" min={1} max={1_000_000} required defaultValue={10} />
          )}
        </Field>
        {verdict && !verdict.accepted && <VerdictLine verdict={verdict} />}
      </DialogForm>
    </Dialog>
  );
}

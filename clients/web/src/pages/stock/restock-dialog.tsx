import { useWaybill } from '@waybill/client/react';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useCommand } from '../../order/use-command.ts';

type RestockDialogProps = { sku: string; onClose: (changed: boolean) => void };

export function RestockDialog({ sku, onClose }: RestockDialogProps) {
  const client = useWaybill();
  const { run, busy, verdict } = useCommand();
  const restock = async (form: FormData): Promise<boolean> => {
    const quantity = Number(form.get('quantity'));
    const reached = await run({ of: ['restock', sku, quantity], done: 'Restocked' }, (idempotencyKey) =>
      client.catalogue.restock(sku, quantity, { idempotencyKey }),
    );
    if (reached?.accepted) onClose(true);
    return reached?.accepted ?? false;
  };
  return (
    <FormDialog
      title={`Restock ${sku}`}
      confirm="Restock"
      busy={busy}
      verdict={verdict}
      onClose={() => onClose(false)}
      onSubmit={restock}
    >
      <Field label="How many more" problem={verdict?.problems?.quantity}>
        {(props) => (
          <input {...props} name="quantity" type="number" min={1} max={1_000_000} required defaultValue={10} />
        )}
      </Field>
    </FormDialog>
  );
}

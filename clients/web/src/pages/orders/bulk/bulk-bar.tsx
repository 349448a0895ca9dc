import { useAnnouncement } from '../../../announce/use-announcement.ts';
import { Button } from '../../../components/button.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import styles from './bulk-bar.module.css';
import { type BulkAction, bulkActions, bulkWords } from './decide-all.ts';
import type { Bulk } from './use-bulk.ts';

type BulkBarProps = { bulk: Bulk; dialog: string | undefined; onDialog: (dialog: string | undefined) => void };

/** The actions for all selected orders; each order shows its own verdict. */
export function BulkBar({ bulk, dialog, onDialog }: BulkBarProps) {
  const { picked, unseen, verdicts, actions, busy, decide, clear } = bulk;
  const text = summary(picked.size, unseen, verdicts);
  useAnnouncement('picked orders', picked.size > 0 ? text : '');
  if (picked.size === 0) return null;
  const take = (action: BulkAction) => (action === 'APPROVE' ? void decide(action, '') : onDialog(action));
  const chosen = bulkActions.find((action) => action === dialog && action !== 'APPROVE');
  return (
    <section className={styles.bar} aria-label="Picked orders">
      <p>{text}</p>
      {actions.map((action) => (
        <Button
          key={action}
          look={action === 'APPROVE' ? 'primary' : 'danger'}
          busy={busy}
          onClick={() => take(action)}
        >
          {bulkWords[action].label}
        </Button>
      ))}
      <Button look="quiet" onClick={clear}>
        Clear
      </Button>
      {chosen && (
        <ReasonDialog
          title={`${bulkWords[chosen].label} ${picked.size} ${picked.size === 1 ? 'order' : 'orders'}`}
          confirm={bulkWords[chosen].label}
          busy={busy}
          onClose={() => onDialog(undefined)}
          onConfirm={async (reason) => {
            onDialog(undefined);
            void decide(chosen, reason);
            return true;
          }}
        />
      )}
    </section>
  );
}

function summary(picked: number, unseen: number, verdicts: Bulk['verdicts']): string {
  if (verdicts.size === 0) return `${picked} picked${unseen > 0 ? `, ${unseen} of them not in this list` : ''}`;
  const accepted = [...verdicts.values()].filter((verdict) => verdict.accepted).length;
  const refused = verdicts.size - accepted;
  return `${accepted} done${refused > 0 ? `, ${refused} refused` : ''} of ${picked}`;
}

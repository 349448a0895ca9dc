import { useRef } from 'react';
import { useOpenDialog } from '../../../action/use-open-dialog.ts';
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
  const bar = useRef<HTMLElement>(null);
  const text = summary(picked.size, unseen, verdicts);
  useAnnouncement('picked orders', picked.size > 0 ? text : '');
  const take = (action: BulkAction) => (action === 'APPROVE' ? void decide(action, '') : onDialog(action));
  const asked = bulkActions.find((action) => action === dialog && action !== 'APPROVE');
  const isOpen = useOpenDialog(asked, asked !== undefined && actions.includes(asked), bar);
  const chosen = isOpen ? asked : undefined;
  if (picked.size === 0) return null;
  const orders = `${picked.size} ${picked.size === 1 ? 'order' : 'orders'}`;
  return (
    <section ref={bar} tabIndex={-1} className={styles.bar} aria-label="Picked orders">
      <p>{text}</p>
      <Button look="quiet" onClick={clear}>
        Clear selection
      </Button>
      {actions.length > 0 && <Actions actions={actions} busy={busy} onTake={take} />}
      {chosen && (
        <ReasonDialog
          title={`${bulkWords[chosen].verb} ${orders}`}
          confirm={`${bulkWords[chosen].verb} ${orders}`}
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

type ActionsProps = Pick<Bulk, 'actions' | 'busy'> & { onTake: (action: BulkAction) => void };

const Actions = ({ actions, busy, onTake }: ActionsProps) => (
  <ul className={styles.actions} aria-label="For all of them">
    {actions.map((action) => (
      <li key={action}>
        <Button look={action === 'APPROVE' ? 'primary' : 'danger'} busy={busy} onClick={() => onTake(action)}>
          {bulkWords[action].label}
        </Button>
      </li>
    ))}
  </ul>
);

function summary(picked: number, unseen: number, verdicts: Bulk['verdicts']): string {
  if (verdicts.size === 0) return `${picked} picked${unseen > 0 ? `, ${unseen} of them not in this list` : ''}`;
  const accepted = [...verdicts.values()].filter((verdict) => verdict.accepted).length;
  const refused = verdicts.size - accepted;
  return `${accepted} done${refused > 0 ? `, ${refused} refused` : ''} of ${picked}`;
}

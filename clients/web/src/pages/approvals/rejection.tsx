import type { RefObject } from 'react';
import { useOpenDialog } from '../../action/use-open-dialog.ts';
import { Button } from '../../components/button.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import type { useCommand } from '../../order/use-command.ts';
import { useLiveOrder } from '../../order/use-live-order.ts';
import { noLongerOffered } from '../../order/verdict.ts';
import { VerdictLine } from '../../order/verdict-line.tsx';
import type { Row } from '../../order-list/rows.ts';
import { mayReject, whyNotRejected } from './why-not-rejected.ts';

type RejectionProps = {
  id: string;
  /** Its row, if the queue shows it. */
  row: Row | undefined;
  command: Pick<ReturnType<typeof useCommand>, 'busy' | 'verdict' | 'isUnsure'>;
  /** Has the focus after the dialog if what opened it is gone. */
  place: RefObject<HTMLElement | null>;
  onClose: () => void;
  onReject: (reason: string) => Promise<boolean>;
};

/** Asks why the order of the URL is rejected, or says why it cannot be. */
export function Rejection({ id, row, command: { busy, verdict, isUnsure }, place, onClose, onReject }: RejectionProps) {
  const watched = useLiveOrder(id);
  const isOffered = (row && !row.left && mayReject(row.order)) || mayReject(watched.order);
  const isOpen = useOpenDialog(id, isOffered, place);
  if (isOpen)
    return (
      <ReasonDialog
        title={`Reject ${id}`}
        confirm="Reject"
        busy={busy}
        verdict={verdict ?? (isOffered || busy ? undefined : noLongerOffered(isUnsure))}
        onClose={onClose}
        onConfirm={onReject}
      />
    );
  const text = whyNotRejected(id, watched);
  return (
    text !== undefined && (
      <>
        <VerdictLine verdict={{ accepted: false, text }} />
        <Button onClick={onClose}>Close</Button>
      </>
    )
  );
}

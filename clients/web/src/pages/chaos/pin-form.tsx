import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { VerdictLine } from '../../order/verdict-line.tsx';
import { plain } from '../../order/words.ts';
import styles from './chaos.module.css';
import { nextCalls } from './outcome-words.ts';
import type { FaultsProps } from './profiles.tsx';
import type { FaultChange } from './use-fault-change.ts';
import { usePin } from './use-pin.ts';

type PinFormProps = Pick<FaultsProps, 'faults'> & { changing: FaultChange };

export function PinForm({ faults, changing }: PinFormProps) {
  const { busy, verdict } = changing;
  const pin = usePin(faults, changing);
  const { outcomes, pinned } = pin;
  return (
    <form className={styles.pin} onSubmit={(event) => void pin.submit(event)}>
      <Field label="Order or run" hint="It need not exist yet." problem={verdict?.problems?.orderId}>
        {(props) => (
          <input {...props} name="orderId" required maxLength={100} autoComplete="off" placeholder="ORD-MINE" />
        )}
      </Field>
      <OperationField operations={faults.operations} pin={pin} />
      <OutcomeField problem={verdict?.problems?.outcomes} pin={pin} />
      <p className={styles.none}>
        {outcomes.length > 0
          ? nextCalls(outcomes)
          : 'For one call, pin this outcome; for several calls, add the outcome of each.'}
      </p>
      <div className={styles.buttons}>
        <Button disabled={outcomes.length === 0} onClick={pin.clear}>
          Clear
        </Button>
        <Button type="submit" look="primary" busy={busy}>
          Pin
        </Button>
      </div>
      {verdict && <VerdictLine verdict={verdict} />}
      {verdict?.accepted && pinned && faults.pins.some(({ orderId }) => orderId === pinned) && (
        <LinkButton to="/new" search={{ orderId: pinned }}>
          Place {pinned}
        </LinkButton>
      )}
    </form>
  );
}

type ChoiceProps = { pin: ReturnType<typeof usePin> };
type OperationFieldProps = ChoiceProps & Pick<FaultsProps['faults'], 'operations'>;

const OperationField = ({ operations, pin }: OperationFieldProps) => (
  <Field label="Operation">
    {(props) => (
      <select {...props} value={pin.operation?.operation} onChange={(event) => pin.chooseOperation(event.target.value)}>
        {operations.map((each) => (
          <option key={each.operation}>{each.operation}</option>
        ))}
      </select>
    )}
  </Field>
);

const OutcomeField = ({ problem, pin }: ChoiceProps & { problem: string | undefined }) => (
  <div className={styles.inline}>
    <Field label="Next outcome" problem={problem}>
      {(props) => (
        <select {...props} value={pin.next} onChange={(event) => pin.chooseOutcome(event.target.value)}>
          {pin.operation?.outcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              {plain(outcome)}
            </option>
          ))}
        </select>
      )}
    </Field>
    <Button onClick={pin.add}>Add</Button>
  </div>
);

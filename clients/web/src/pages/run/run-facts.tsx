import { Link } from '@tanstack/react-router';
import type { RunDetailsFragment } from '@waybill/client';
import { Panel } from '../../components/panel.tsx';
import { money } from '../../order/money.ts';
import { plain } from '../../order/words.ts';
import { Moment } from '../../time/moment.tsx';
import { FactList } from '../order/facts/fact-list.tsx';
import styles from '../order/facts/facts.module.css';

/** The content of a run, by its kind. An unknown kind shows only its steps. */
export function RunFacts({ run }: { run: RunDetailsFragment }) {
  switch (run.__typename) {
    case 'PaymentRun':
      return <PaymentFacts run={run} />;
    case 'StandingOrder':
      return <StandingFacts run={run} />;
    case 'UserContextRun':
      return <ContextFacts run={run} />;
    default:
      return null;
  }
}

type Of<Kind extends RunDetailsFragment['__typename']> = { run: Extract<RunDetailsFragment, { __typename: Kind }> };

const PaymentFacts = ({ run: { payment, orderId, customerId, amount, refundable } }: Of<'PaymentRun'>) => (
  <Panel title="Payment">
    <FactList
      facts={[
        ['For order', orderId],
        ['Customer', customerId],
        ['Amount', money(amount)],
        ['Captured', payment?.captured && money(payment.captured)],
        ['Refunded', payment?.refunded && money(payment.refunded)],
        ['Refundable', refundable && money(refundable)],
      ]}
    />
  </Panel>
);

const StandingFacts = ({ run }: Of<'StandingOrder'>) => (
  <div className={styles.facts}>
    <Panel title="What it orders">
      <FactList
        facts={[
          ['Customer', run.template.customerId],
          ['Items', run.template.items.map(({ sku, quantity }) => `${quantity} × ${sku}`).join(', ')],
          ['Ships to', `${run.template.shippingAddress.city}, ${run.template.shippingAddress.country}`],
          ['Placed', `${run.placed}${run.times ? ` of ${run.times}` : ''}`],
          ['Skipped', run.skipped ? `${run.skipped}` : undefined],
          ['Missed', run.missed ? `${run.missed}` : undefined],
        ]}
      />
    </Panel>
    <Panel title="Its last orders">
      <ol className={styles.items}>
        {run.lastPlacements.map(({ number, at, outcome, orderId, problem }) => (
          <li key={number}>
            <span>
              {orderId ? (
                <Link to="/orders/$id" params={{ id: orderId }}>
                  {orderId}
                </Link>
              ) : (
                plain(outcome)
              )}
              {problem && <small>{problem.message}</small>}
            </span>
            <Moment at={at} />
          </li>
        ))}
      </ol>
    </Panel>
  </div>
);

function ContextFacts({ run: { context, userId } }: Of<'UserContextRun'>) {
  const { location, weather, catFact, problems = [] } = context ?? {};
  return (
    <Panel title={userId}>
      <FactList
        facts={[
          ['Location', location && `${location.city}, ${location.country}`],
          ['Weather', weather && `${weather.temperatureCelsius} °C, ${weather.summary}`],
          ['Cat fact', catFact],
          ...problems.map(({ part, message }) => [plain(part), message] as const),
        ]}
      />
    </Panel>
  );
}

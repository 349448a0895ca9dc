import { useSearch } from '@tanstack/react-router';
import type { RunDetailsFragment } from '@waybill/client';
import { Tabs } from '../../components/tabs.tsx';
import { isOperator, useViewer } from '../../session/viewer.tsx';
import { Raw } from '../order/facts/raw.tsx';
import styles from '../order/order-view.module.css';
import { Steps } from '../order/steps/steps.tsx';
import { RunActions } from './run-actions.tsx';
import { RunFacts } from './run-facts.tsx';
import { RunHead } from './run-head.tsx';
import { RunHistory } from './run-history.tsx';
import { RunJournal } from './run-journal.tsx';
import type { RunTab } from './run-search.ts';

const tabs: readonly { name: RunTab; label: string }[] = [
  { name: 'steps', label: 'Steps' },
  { name: 'journal', label: 'Journal' },
  { name: 'history', label: 'History' },
  { name: 'raw', label: 'Raw' },
];

type RunViewProps = { run: RunDetailsFragment; onAnswer: (run: RunDetailsFragment) => void };

export function RunView({ run, onAnswer }: RunViewProps) {
  const { tab = 'steps' } = useSearch({ from: '/shell/runs/$id' });
  const viewer = useViewer();
  return (
    <article className={styles.order}>
      <RunHead run={run} />
      <RunActions run={run} onAnswer={onAnswer} />
      <RunFacts run={run} />
      <Tabs label="Parts of the run" tabs={tabs.filter(({ name }) => name !== 'history' || isOperator(viewer))} />
      <Part run={run} tab={tab} />
    </article>
  );
}

function Part({ run, tab }: { run: RunDetailsFragment; tab: RunTab }) {
  switch (tab) {
    case 'journal':
      // The stream of a closed run's entries has ended: after a refund it is read again.
      return <RunJournal key={run.closedAt ? run.revision : 0} id={run.id} />;
    case 'history':
      return <RunHistory run={run} />;
    case 'raw':
      return <Raw of={run} />;
    default:
      return <Steps saga={{ steps: run.steps, compensations: 'compensations' in run ? run.compensations : [] }} />;
  }
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAnnouncement } from '../../announce/use-announcement.ts';
import tones from '../../components/tone.module.css';
import type { Tone } from '../../order/words.ts';
import { Countdown } from '../../time/countdown.tsx';
import styles from './order-head.module.css';

type PageHeadProps = {
  /** The list that the page belongs to. */
  list: '/orders' | '/runs';
  id: string;
  headline: { sentence: string; until?: string | null | undefined };
  tone: Tone;
  children: ReactNode;
};

/** A longer headline is set smaller, so that what follows it stays in sight. */
const mostLarge = 80;

const listNames = { '/orders': 'Orders', '/runs': 'Runs' } as const;

/** The head of an order's or run's page: a link to its list, the headline, then facts. */
export function PageHead({ list, id, headline: { sentence, until }, tone, children }: PageHeadProps) {
  useAnnouncement(id, sentence);
  return (
    <header className={`${styles.head} ${tones[tone]}`}>
      <p className={styles.path}>
        <Link to={list} activeOptions={{ exact: true }}>
          {listNames[list]}
        </Link>
        <span aria-hidden="true">/</span>
        <span className={styles.id}>{id}</span>
      </p>
      <div className={styles.lead}>
        <h1 data-long={sentence.length > mostLarge || undefined}>{sentence}</h1>
        {until && (
          <p className={styles.countdown}>
            <Countdown until={until} />
          </p>
        )}
      </div>
      {children}
    </header>
  );
}

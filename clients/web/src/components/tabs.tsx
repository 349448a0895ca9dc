import { Link, useSearch } from '@tanstack/react-router';
import edges from './edges.module.css';
import styles from './tabs.module.css';
import { useChosenInSight } from './use-chosen-in-sight.ts';

export type Tab = { name: string; label: string };
type TabsProps = { label: string; tabs: readonly Tab[] };

/** Parts of a page, each with its own URL. */
export function Tabs({ label, tabs }: TabsProps) {
  const { tab } = useSearch({ strict: false });
  const ref = useChosenInSight<HTMLElement>(tab);
  return (
    <nav ref={ref} className={`${styles.tabs} ${edges.edges}`} aria-label={label}>
      {tabs.map(({ name, label: text }, at) => (
        <Link
          key={name}
          to="."
          search={withTab(at === 0 ? undefined : name) as never} // every page with tabs has a tab in its search
          resetScroll={false}
          replace
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}

const withTab = (tab: string | undefined) => (search: object) => ({ ...search, tab });

export const runTabs = ['steps', 'journal', 'history', 'raw'] as const;
export type RunTab = (typeof runTabs)[number];

/** The search parameters of a run's page: the open tab and the open dialog. */
export type RunSearch = { tab?: RunTab | undefined; dialog?: string | undefined };

const isTab = (tab: unknown): tab is RunTab => runTabs.some((each) => each === tab);

export const runSearch = ({ tab, dialog }: Record<string, unknown>): RunSearch => ({
  ...(isTab(tab) && { tab }),
  ...(typeof dialog === 'string' && { dialog }),
});

export const orderTabs = ['steps', 'journal', 'items', 'payment', 'history', 'raw'] as const;
export type OrderTab = (typeof orderTabs)[number];

/** The search parameters of an order's page: the open tab and the open dialog. */
export type OrderSearch = { tab?: OrderTab | undefined; dialog?: string | undefined };

const isTab = (tab: unknown): tab is OrderTab => orderTabs.some((each) => each === tab);

export const orderSearch = ({ tab, dialog }: Record<string, unknown>): OrderSearch => ({
  ...(isTab(tab) && { tab }),
  ...(typeof dialog === 'string' && { dialog }),
});

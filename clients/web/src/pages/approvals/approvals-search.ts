/** What the address of the queue says: how it is sorted, and the order that is being rejected. */
export type ApprovalsSearch = { sort?: 'age' | undefined; reject?: string | undefined };

export const approvalsSearch = ({ sort, reject }: Record<string, unknown>): ApprovalsSearch => ({
  ...(sort === 'age' && { sort }),
  ...(typeof reject === 'string' && reject && { reject: reject.slice(0, 200) }),
});

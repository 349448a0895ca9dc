/** The search parameters of the queue: its sort, and the order that is being rejected. */
export type ApprovalsSearch = { sort?: 'age' | undefined; reject?: string | undefined };

export const approvalsSearch = ({ sort, reject }: Record<string, unknown>): ApprovalsSearch => ({
  ...(sort === 'age' && { sort }),
  ...(typeof reject === 'string' && reject && { reject: reject.slice(0, 200) }),
});

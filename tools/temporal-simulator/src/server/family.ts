import type { Happening, HistoryEvent } from '../history/history.ts';
import { endOfChild } from './end-of-child.ts';
import type { Execution } from './execution.ts';

type Parent = { workflowId: string; initiatedEventId: number };

/** Which workflow has started which. */
export class Family {
  readonly #parents = new Map<string, Parent>();

  add(childId: string, parent: Parent): void {
    this.#parents.set(childId, parent);
  }

  childrenOf(workflowId: string): string[] {
    return [...this.#parents].filter(([, parent]) => parent.workflowId === workflowId).map(([childId]) => childId);
  }

  /** What a parent is told of the end of its child; undefined for a workflow that has no parent. */
  endForParent({ workflowId, history }: Execution, event: HistoryEvent) {
    const parent = this.#parents.get(workflowId);
    const [started] = history;
    if (!parent || started?.type !== 'workflowExecutionStarted') return undefined;
    const { initiatedEventId } = parent;
    const of = { initiatedEventId, workflowExecution: { workflowId }, workflowType: started.attributes.workflowType };
    const happening: Happening = endOfChild(event, of);
    return { parentId: parent.workflowId, happening };
  }
}

import { z } from 'zod';

/** DONE: something was taken back. NOTHING_TO_DO: nothing was there, and from now on nothing can come. */
export const UndoEffect = z.enum(['DONE', 'NOTHING_TO_DO']);
export type UndoEffect = z.infer<typeof UndoEffect>;

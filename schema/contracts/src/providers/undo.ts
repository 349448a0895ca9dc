import { z } from 'zod';

/** DONE: an effect was undone. NOTHING_TO_DO: there was no effect, and from now on a late call is refused. */
export const UndoEffect = z.enum(['DONE', 'NOTHING_TO_DO']);
export type UndoEffect = z.infer<typeof UndoEffect>;

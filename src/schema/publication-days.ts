/**
 * 掲載日 and 更新日: filled in by the form at each save, and by the gateway at publication (`cms/gateway/proposals/dated-text.ts`),
 * whatever their author wrote. They say nothing of what an author changed.
 */
export const publicationDays = ['published', 'updated'] as const;

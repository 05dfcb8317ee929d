/** What small charts are drawn for, one each. */
export const OVERS = ['party', 'clause'] as const;
export type Over = (typeof OVERS)[number];

/** What is counted into rates and stocks: violations found, or every covered incident whatever its verdict. */
export const MEASURES = ['violations', 'covered'] as const;
export type Measure = (typeof MEASURES)[number];

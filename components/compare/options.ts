/** A pact as a side can be chosen from. */
export interface SideOption {
  readonly id: string;
  readonly title: string;
  readonly kind: 'hypothetical' | 'historical';
  readonly latest: number;
  readonly clauses: readonly string[];
}

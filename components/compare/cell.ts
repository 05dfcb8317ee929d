/** A cell of the matrix: a pair of clauses, and a party. */
export interface Cell {
  readonly pair: number;
  readonly party: string;
}

/** A cell as the fragment of an address: the findings that turn in it. */
export const cellFragment = ({ pair, party }: Cell): string => `flips-${pair}-${party}`;

/** The cell of a fragment; null: of none. */
export function cellIn(fragment: string): Cell | null {
  const [, pair, party] = /^#flips-(\d{1,4})-([A-Z]{2})$/.exec(fragment) ?? [];
  return pair === undefined || party === undefined ? null : { pair: Number(pair), party };
}

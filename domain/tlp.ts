/** Markings of TLP 2.0, from the most open to the strictest (method.md 7). */
export const TLP_MARKINGS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export type Tlp = (typeof TLP_MARKINGS)[number];
/** A marking as it is kept; a word that is none shuts. */
export const markingOf = (word: string): Tlp => TLP_MARKINGS.find((tlp) => tlp === word) ?? 'RED';

/**
 * The strictest of some markings, in the order of TLP 2.0 (method.md 7): CLEAR, GREEN, AMBER,
 * AMBER+STRICT, RED. What holds nothing is CLEAR. Refuses nothing.
 */
export function highestTlp(markings: Iterable<Tlp>): Tlp {
  let highest = 0;
  for (const tlp of markings) highest = Math.max(highest, TLP_MARKINGS.indexOf(tlp));
  return TLP_MARKINGS[highest] ?? 'RED';
}

/** A marking as FIRST writes it, without a space: TLP:AMBER+STRICT. */
export const tlpLabel = (tlp: Tlp): string => `TLP:${tlp}`;

/** Markings of records by id. */
export type Markings = ReadonlyMap<string, Tlp>;

/** The marking of the record that each row names, in the order of the rows; one that is not known shuts. */
export const tlpOfRows = (
  markings: Markings,
  rows: readonly { readonly incident: string }[],
): Tlp[] => rows.map(({ incident }) => markings.get(incident) ?? 'RED');

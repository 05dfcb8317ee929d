/** Sections of the method page that a trace or a policy value can lead to. */
export const METHOD_SECTIONS = ['1', '2-1', '2-2', '2-4', '3', '3-1', '4', '5', '6', '7'] as const;
export type MethodSection = (typeof METHOD_SECTIONS)[number];

const KNOWN: ReadonlySet<string> = new Set(METHOD_SECTIONS);

/**
 * The section a reference such as `method 2.4, predicates` names; a sub-section the page does not
 * have falls back to its section. Null for a reference to something else.
 */
export function methodSection(reference: string): string | null {
  const match = /^method (\d+)(?:\.(\d+))?/.exec(reference);
  if (match?.[1] === undefined) return null;
  const exact = match[2] === undefined ? match[1] : `${match[1]}-${match[2]}`;
  if (KNOWN.has(exact)) return exact;
  return KNOWN.has(match[1])
    ? match[1]
    : (METHOD_SECTIONS.find((id) => id.startsWith(`${match[1]}-`)) ?? null);
}

/** Address of the part of the method page a reference names; the page itself where it names none. */
export function methodHref(reference: string): string {
  const section = methodSection(reference);
  return section === null ? '/method' : `/method#${section}`;
}

import { z } from 'zod';
import type { Setting } from './finding';
import type { Incident } from './incident';
import type { Pact } from './pact';
import { explainedFindings } from './shown-findings';

/** What rests on a record: told before it is retracted, merged or restored. */
export const impactSchema = z.object({
  /** Computed findings of the pact library that cover it. */
  findings: z.int(),
  /** Findings the commission signed and has not revoked. */
  signed: z.int(),
  /** Pieces of evidence kept with it. */
  evidence: z.int(),
  sentence: z.string(),
});
export type Impact = z.infer<typeof impactSchema>;

/**
 * How many findings rest on a record under the pacts that are scored: one a clause and accused
 * state, whatever it says, save those that the clause does not cover (method.md 4).
 */
export function findingsOn(incident: Incident, pacts: readonly Pact[], setting: Setting): number {
  return pacts
    .filter(({ referenceOnly }) => !referenceOnly)
    .flatMap((pact) => explainedFindings([incident], pact, setting))
    .filter(({ verdict }) => verdict !== 'NOT_COVERED').length;
}

const some = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** "3 findings rest on this record, 1 signed; 2 pieces of evidence are kept with it." */
export function impactOf(counts: Omit<Impact, 'sentence'>): Impact {
  const { findings, signed, evidence } = counts;
  const rests =
    findings + signed === 0
      ? 'No finding rests on this record'
      : `${some(findings, 'finding rests', 'findings rest')} on this record, ${signed === 0 ? 'none' : signed} signed`;
  const kept =
    evidence === 0
      ? ''
      : `; ${some(evidence, 'piece of evidence is', 'pieces of evidence are')} kept with it`;
  return { ...counts, sentence: `${rests}${kept}.` };
}

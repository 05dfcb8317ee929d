import type { Instant } from './dates';
import { withoutSuspended } from './evidence-mismatch';
import { type KnownEvidence, suspendedAt } from './evidence-standing';
import type { Setting } from './finding';
import type { Incident } from './incident';
import type { Pact } from './pact';
import { explainedFindings } from './shown-findings';

/** What withdrawing a piece of evidence, or bringing it back, does to the record. */
export interface EvidenceImpact {
  /** `withdraw` where it stands, `return` where it is withdrawn. */
  readonly act: 'withdraw' | 'return';
  /** Claims that name it as what they rest on. */
  readonly claims: readonly string[];
  /** Claims that would be suspended by it, or would count again. */
  readonly turned: readonly string[];
  /** Findings of the pact library on this record, before or after, and those whose verdict would change. */
  readonly findings: number;
  readonly changed: number;
  readonly sentence: string;
}

interface Library {
  readonly pacts: readonly Pact[];
  readonly setting: Setting;
}

/** The verdicts on a record without some of its claims, by pact, clause and accused. */
function verdicts(incident: Incident, suspended: ReadonlySet<string>, { pacts, setting }: Library) {
  const scored = [withoutSuspended(incident, suspended)];
  return new Map(
    pacts
      .filter(({ referenceOnly }) => !referenceOnly)
      .flatMap((pact) =>
        explainedFindings(scored, pact, setting)
          .filter(({ verdict }) => verdict !== 'NOT_COVERED')
          .map(({ clause, accused, verdict }): [string, string] => [
            `${pact.id} ${clause} ${accused}`,
            verdict,
          ]),
      ),
  );
}

const all = (ids: readonly string[]): string =>
  ids.length < 2 ? ids.join('') : `${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`;
const are = (ids: readonly string[], one: string, many: string): string =>
  `${all(ids)} ${ids.length === 1 ? one : many}`;

function sentenceOf({ act, claims, turned, findings, changed }: Omit<EvidenceImpact, 'sentence'>) {
  const rests =
    claims.length === 0 ? 'No claim rests on it' : are(claims, 'rests on it', 'rest on it');
  const turns =
    turned.length === 0
      ? 'no claim is suspended or freed by this'
      : act === 'withdraw'
        ? `${are(turned, 'is', 'are')} suspended until it is brought back or other evidence is added`
        : `${are(turned, 'counts', 'count')} again`;
  const counted = findings === 1 ? 'the 1 finding' : `the ${findings} findings`;
  const moved =
    changed === 0 ? 'no finding changes' : `${changed} of ${counted} on this record would change`;
  return `${rests}; ${turns}; ${moved}.`;
}

/**
 * What would change if a piece of evidence were withdrawn, or brought back where it is withdrawn:
 * told before it is done. `incident` as it is written down; refused, as null, where there is no such
 * item.
 */
export function evidenceImpact(
  incident: Incident,
  evidence: readonly KnownEvidence[],
  id: string,
  at: Instant,
  library: Library,
): EvidenceImpact | null {
  const item = evidence.find((one) => one.id === id);
  if (item === undefined) return null;
  const act = item.withdrawnAt === null ? 'withdraw' : 'return';
  const turnedItem = { ...item, withdrawnAt: act === 'withdraw' ? at : null };
  const before = suspendedAt(incident, evidence, at);
  const then = evidence.map((one) => (one === item ? turnedItem : one));
  const after = suspendedAt(incident, then, at);
  const written = incident.claims.map((claim) => claim.id);
  const [was, will] = [verdicts(incident, before, library), verdicts(incident, after, library)];
  const keys = new Set([...was.keys(), ...will.keys()]);
  const found = {
    act,
    claims: written.filter((claim) => item.claims.includes(claim)),
    turned: written.filter((claim) => before.has(claim) !== after.has(claim)),
    findings: keys.size,
    changed: [...keys].filter((key) => was.get(key) !== will.get(key)).length,
  } as const;
  return { ...found, sentence: sentenceOf(found) };
}

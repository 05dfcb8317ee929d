import { z } from 'zod';
import { assumedFrom } from '@/domain/bound';
import { isCalendarDay, parseAsOf, toDay } from '@/domain/dates';
import { accusedStates, type Case, judge, type Setting } from '@/domain/finding';
import type { Incident } from '@/domain/incident';
import { type Hash, hashOf } from '@/domain/ledger';
import type { Pact } from '@/domain/pact';
import { textHash } from '@/domain/pact-text';
import { ENGINE_VERSION, type Policy } from '@/domain/policy';
import { stateSchema } from '@/domain/states';
import { localId, slug } from '@/domain/text';
import { explain } from '@/domain/trace';
import { RULE_IDS, VERDICTS } from '@/domain/verdict';
import { ROBUSTNESS_WORDS, robustness } from './robustness';

/** The stamp of every finding under a pact that was never in force (method.md 1). */
export const HYPOTHETICAL = 'HYPOTHETICAL';

const day = z.string().refine(isCalendarDay, 'expected a real calendar day, such as 2016-04-18');
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in lower-case hexadecimal');

/** Which finding: one incident under one clause for one accused state, seen at the end of a day. */
export const coordinatesSchema = z.strictObject({
  incident: slug,
  clause: localId,
  accused: stateSchema,
  asOf: day,
});
export type Coordinates = z.infer<typeof coordinatesSchema>;

const stepSchema = z.strictObject({
  id: z.string(),
  question: z.string(),
  outcome: z.enum(['pass', 'fail', 'unknown', 'not_reached']),
  inputs: z.array(
    z.strictObject({ label: z.string(), value: z.string(), record: z.string().optional() }),
  ),
  value: z.string(),
  threshold: z.string().nullable(),
  wouldChange: z.string().nullable(),
  reference: z.string(),
});

/** What is signed (method.md 6): everything a reader needs to see what was decided, and on what. */
export const signedContentSchema = z.strictObject({
  format: z.literal('servanda.signed/1'),
  finding: coordinatesSchema,
  verdict: z.enum(VERDICTS),
  rule: z.enum(RULE_IDS),
  reason: z.string(),
  robustness: z.enum(ROBUSTNESS_WORDS),
  sentence: z.string(),
  trace: z.array(stepSchema),
  /** SHA-256 of the inputs' canonical JSON (`inputsOf`). */
  inputsHash: hash,
  /** The revision of the record they were taken from, and the SHA-256 of its document. */
  record: z.strictObject({ revision: z.int().positive(), payloadHash: hash }),
  pact: z.strictObject({ id: slug, version: z.int().positive(), textHash: hash }),
  policy: z.string(),
  engine: z.string(),
  /** HYPOTHETICAL, with the day from which the pact is assumed to bind; null for a historical pact. */
  stamp: z.strictObject({ word: z.literal(HYPOTHETICAL), assumedInForce: day }).nullable(),
});
export type SignedContent = z.infer<typeof signedContentSchema>;

/** The world a finding is signed in: the record as it is scored, and what it is judged by. */
export interface Signing {
  readonly coordinates: Coordinates;
  /** As it is scored: without claims that are suspended. */
  readonly incident: Incident;
  readonly record: SignedContent['record'];
  readonly pact: Pact;
  readonly policy: Policy;
  /** Day the dossiers were compiled; undated claims count from it. */
  readonly compiledOn: string;
}

/** All that a judgement reads. Whoever has these recomputes the finding to the byte. */
export interface Inputs {
  readonly incident: Incident;
  readonly pact: Pact;
  readonly policy: Pick<Policy, 'version' | 'values'>;
  readonly asOf: string;
  /** Null where the incident has no undated claim: the day then changes nothing. */
  readonly compiledOn: string | null;
  readonly engine: string;
}

export function inputsOf({ coordinates, incident, pact, policy, compiledOn }: Signing): Inputs {
  const undated = incident.claims.some(({ date }) => date === null);
  return {
    ...{ incident, pact, asOf: coordinates.asOf, engine: ENGINE_VERSION },
    policy: { version: policy.version, values: policy.values },
    compiledOn: undated ? compiledOn : null,
  };
}

/** The case at the end of the day the coordinates name, over what is known now; null where there is none. */
function caseOf({ coordinates, incident, pact, policy, compiledOn }: Signing): Case | null {
  const asOf = parseAsOf(coordinates.asOf);
  const clause = pact.clauses.find(({ id }) => id === coordinates.clause);
  if (asOf === null || clause === undefined || pact.referenceOnly) return null;
  const setting: Setting = { policy, asOf, compiledOn, assumedFrom: assumedFrom(pact) };
  const { accused } = coordinates;
  const named = accusedStates(incident, setting).includes(accused);
  return named && incident.id === coordinates.incident
    ? { incident, pact, clause, accused, setting }
    : null;
}

/**
 * The content of a finding: what its signers see and what their votes are bound to. It is computed at
 * the day its coordinates name, over what is known now, so that time alone never changes it. Null
 * where the case is no more: the clause is gone, or no live claim accuses the state.
 */
export function contentOf(signing: Signing): SignedContent | null {
  const at = caseOf(signing);
  if (at === null) return null;
  const { coordinates, record, pact, policy } = signing;
  const { finding, sentence, steps } = explain(judge(at));
  const assumed = assumedFrom(pact);
  return {
    format: 'servanda.signed/1',
    finding: coordinates,
    ...{ verdict: finding.verdict, rule: finding.rule, reason: finding.reason },
    ...{ robustness: robustness(at).word, sentence },
    trace: steps.map((step) => ({ ...step, inputs: [...step.inputs] })),
    inputsHash: hashOf(inputsOf(signing)),
    record,
    pact: { id: pact.id, version: pact.version, textHash: textHash(pact) },
    ...{ policy: policy.version, engine: ENGINE_VERSION },
    stamp: assumed === null ? null : { word: HYPOTHETICAL, assumedInForce: toDay(assumed) },
  };
}

/** SHA-256 of the content's canonical JSON (RFC 8785): what a vote and a publication name. */
export const contentHash = (content: SignedContent): Hash => hashOf(content);

/**
 * Whether nothing that is read has changed since: the same inputs and record, and so, without judging
 * again, the same content. A changed document under which the case is gone differs here too.
 */
export function sameInputs(signed: SignedContent, signing: Signing): boolean {
  return (
    signed.inputsHash === hashOf(inputsOf(signing)) &&
    hashOf(signed.record) === hashOf(signing.record)
  );
}

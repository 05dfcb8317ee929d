import 'server-only';
import type { Actor } from '@/domain/actor';
import { toDay } from '@/domain/dates';
import type { CodedFault } from '@/domain/fault';
import type { Policy } from '@/domain/policy';
import { POLICY_2026_11 } from '@/domain/policy';
import { changedPolicy, changeFaults, type PolicyChanges } from '@/domain/policy-change';
import { type PolicyColumns, policyFlips, underPolicy } from '@/domain/policy-flips';
import type { PolicyFlips, PolicyImpact } from '@/domain/policy-proposal';
import type { Memo } from '@/domain/sweep/columns';
import { visibilityOf } from '@/server/review/blind';
import { endOfToday } from './clock';
import { type Corpus, corpusIfHeld, visibleIncidents } from './corpus';
import { processWide } from './process-wide';
import { Recent } from './recent';

/** Corpora laid out under a policy and a draft of the next, kept while somebody looks from pact to pact. */
const kept = processWide(
  'policy-preview',
  () => new WeakMap<Corpus, Recent<Promise<PolicyColumns>>>(),
);
const LAID_OUT = 3;
/** Incidents worked out at a stretch, before others who ask meanwhile have their turn. */
const STRETCH = 400;
const othersTurn = () => new Promise<void>((go) => setImmediate(go));

/** Lays a corpus out under a policy without holding up whoever else asks. */
async function layOut(held: Corpus, policy: Policy): Promise<PolicyColumns> {
  const compiledOn = held.compiledOn ?? toDay(endOfToday());
  const incidents = held.incidents.map(({ incident }) => incident);
  const memo: Memo = new WeakMap();
  for (let from = 0; from < incidents.length; from += STRETCH) {
    underPolicy(incidents.slice(from, from + STRETCH), policy, compiledOn, memo);
    await othersTurn();
  }
  return underPolicy(incidents, policy, compiledOn, memo);
}

async function laidOut(held: Corpus, policy: Policy): Promise<PolicyColumns> {
  const own = kept.get(held) ?? new Recent<Promise<PolicyColumns>>(LAID_OUT);
  kept.set(held, own);
  try {
    const key = `${policy.version} ${JSON.stringify(policy.values)}`;
    return await own.get(key, () => layOut(held, policy));
  } catch (error) {
    kept.delete(held); // A failure is not kept.
    throw error;
  }
}

/** The version that a change starts from: the latest there is, in force already or not. */
export const latestPolicy = (policies: readonly Policy[]): Policy =>
  policies.at(-1) ?? POLICY_2026_11;

const draftOf = (base: Policy, changes: PolicyChanges): Policy =>
  changedPolicy(base, changes, { version: `draft of ${base.version}`, validFrom: base.validFrom });

interface Asked {
  readonly held: Corpus;
  readonly base: Policy;
  readonly changes: PolicyChanges;
}

/** Which findings a change would turn, pact by pact of those asked for. */
async function flipsOf(
  { held, base, changes }: Asked,
  pacts: Corpus['pacts'],
  sees: (incident: string) => boolean,
): Promise<PolicyFlips[]> {
  const before = await laidOut(held, base);
  const after = await laidOut(held, draftOf(base, changes));
  const flips: PolicyFlips[] = [];
  for (const pact of pacts) {
    flips.push(policyFlips(before, after, { pact, asOf: endOfToday(), sees }));
    await othersTurn();
  }
  return flips;
}

export type Preview =
  | { readonly ok: true; readonly flips: PolicyFlips }
  | { readonly ok: false; readonly code: 'unknown_pact' | 'record_too_large' }
  | { readonly ok: false; readonly code: 'invalid'; readonly faults: readonly CodedFault[] };

/** Which findings under one pact a change of the latest policy would turn, as one reader may see it. */
export async function previewPolicy(
  actor: Actor,
  wanted: { readonly changes: PolicyChanges; readonly pact: string },
): Promise<Preview> {
  const held = await corpusIfHeld();
  if (held === null) return { ok: false, code: 'record_too_large' };
  const base = latestPolicy(held.policies);
  const faults = changeFaults(base, wanted.changes);
  if (faults.length > 0) return { ok: false, code: 'invalid', faults };
  const pacts = held.pacts.filter(({ id }) => id === wanted.pact);
  const visible = new Set(visibleIncidents(held, await visibilityOf(actor)).map(({ id }) => id));
  const asked = { held, base, changes: wanted.changes };
  const [flips] = await flipsOf(asked, pacts, (id) => visible.has(id));
  return flips === undefined ? { ok: false, code: 'unknown_pact' } : { ok: true, flips };
}

/**
 * How many findings a change would turn, in all and by pact; what the proposal keeps. Null where the
 * record is too large to be scored again.
 */
export async function policyImpact(changes: PolicyChanges): Promise<PolicyImpact | null> {
  const held = await corpusIfHeld();
  if (held === null) return null;
  const base = latestPolicy(held.policies);
  if (changeFaults(base, changes).length > 0) return { flips: 0, pacts: [] };
  const scored = held.pacts.filter(({ referenceOnly }) => !referenceOnly);
  const pacts = (await flipsOf({ held, base, changes }, scored, () => true))
    .map(({ pact, flips }) => ({ pact, flips: flips.length }))
    .filter(({ flips }) => flips > 0);
  return { flips: pacts.reduce((sum, { flips }) => sum + flips, 0), pacts };
}

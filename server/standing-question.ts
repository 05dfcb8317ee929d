import 'server-only';
import { createHash } from 'node:crypto';
import { partyOf } from '@/domain/bound';
import { type Instant, parseAsOf, startOf, toDay } from '@/domain/dates';
import type { Monitoring } from '@/domain/dossier';
import type { Setting } from '@/domain/finding';
import type { Incident } from '@/domain/incident';
import type { Pact } from '@/domain/pact';
import { ENGINE_VERSION, type Policy } from '@/domain/policy';
import { policyAt } from '@/domain/policy-version';
import type { StandingFilter } from '@/domain/standing-view';
import type { Tlp } from '@/domain/tlp';
import type { Verdict } from '@/domain/verdict';
import { TOO_LARGE } from './corpus/size';

/** What a standing is computed from: the part of the corpus that a reader may see. */
export interface StandingSource {
  readonly version: number;
  readonly compiledOn: string | null;
  /** One array for one version and reader: what is computed is kept by it. */
  readonly incidents: readonly Incident[];
  /** What the reader still has to code, left out of it. */
  readonly without?: readonly string[];
  readonly monitoring: readonly Monitoring[];
  readonly pacts: readonly Pact[];
  /** In the order in which they come into force; the one of the day asked about applies. */
  readonly policies: readonly Policy[];
  /** There are too many incidents to be held: none of them is here, and nothing is answered. */
  readonly tooLarge?: boolean;
  /** The strictest marking of the incidents. */
  readonly tlp?: () => Tlp;
}

/** A finding the commission signed, as far as counting it goes. */
export interface SignedCase {
  readonly id: string;
  readonly incident: string;
  readonly clause: string;
  readonly accused: string;
  /** What was computed when it was signed, and the word it was published with. */
  readonly verdict: Verdict;
  readonly word: Verdict;
}

/** Why a well-formed question has no answer. */
export interface StandingRefusal {
  readonly code:
    | 'unknown_pact'
    | 'unknown_clause'
    | 'unknown_party'
    | 'historical_pact'
    | 'record_too_large'
    | 'record_being_packed';
  readonly field: keyof StandingFilter;
  readonly message: string;
}

/** A question that can be answered: the pact, and the world it is judged in. */
export interface Question {
  readonly ok: true;
  readonly pact: Pact;
  readonly setting: Setting;
}

const refused = (
  code: StandingRefusal['code'],
  field: StandingRefusal['field'],
  message: string,
): { readonly ok: false; readonly refusal: StandingRefusal } => ({
  ok: false,
  refusal: { code, field, message },
});

/** The instant of an assumed entry into force: that of the pact's own choice of that day, else its start. */
function assumedInstant(pact: Pact, day: string): Instant {
  const own = pact.assumedInForce;
  const choices = own === null ? [] : [own, ...own.alternatives];
  const choice = choices.find(({ date }) => date.slice(0, 10) === day);
  return choice === undefined ? Date.parse(`${day}T00:00:00.000Z`) : startOf(choice);
}

type Asked = Pick<StandingFilter, 'pact' | 'from' | 'asOf'> &
  Partial<Pick<StandingFilter, 'clause' | 'party'>>;

/** Finds what a filter names, or says what is not there. Any day may be assumed of a hypothetical pact, none of a historical one. */
export function questionOf(
  source: Pick<StandingSource, 'pacts' | 'policies' | 'compiledOn' | 'tooLarge'>,
  { pact: id, clause = null, party = null, from, asOf: day }: Asked,
  today: Instant,
): Question | { readonly ok: false; readonly refusal: StandingRefusal } {
  const pact = source.pacts.find((one) => one.id === id);
  if (pact === undefined) return refused('unknown_pact', 'pact', `There is no pact "${id}".`);
  if (clause !== null && !pact.clauses.some((one) => one.id === clause))
    return refused('unknown_clause', 'clause', `This pact has no clause "${clause}".`);
  if (party !== null && partyOf(pact, party) === null)
    return refused('unknown_party', 'party', `${party} is no party to this pact.`);
  if (from !== null && pact.kind === 'historical')
    return refused(
      'historical_pact',
      'from',
      'A historical pact binds from its own entry into force; no other day can be assumed.',
    );
  if (source.tooLarge === true) return refused('record_too_large', 'pact', TOO_LARGE);
  const asOf = (day === null ? null : parseAsOf(day)) ?? today;
  return {
    ok: true,
    pact,
    setting: {
      policy: policyAt(source.policies, asOf),
      asOf,
      compiledOn: source.compiledOn ?? toDay(asOf),
      assumedFrom: from === null ? null : assumedInstant(pact, from),
    },
  };
}

/** A tag that changes whenever the answer could. */
export function tagOf(source: StandingSource, key: string): string {
  const { version, incidents, without = [] } = source;
  const hash = createHash('sha256').update(
    `${version} ${incidents.length} ${without.join(' ')} ${ENGINE_VERSION} ${key}`,
  );
  return `"${hash.digest('base64url').slice(0, 27)}"`;
}

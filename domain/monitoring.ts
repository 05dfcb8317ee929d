import { partyOf } from './bound';
import { DAY_MS, endOf, type Instant, startOf } from './dates';
import type { Monitoring } from './dossier';
import { notificationCounts } from './duty';
import type { Setting } from './finding';
import { groupBy } from './group';
import type { Incident } from './incident';
import type { Pact } from './pact';
import { claimKnownAt, liveClaims } from './retraction';
import type { Period, StandingQuestion } from './standing';

/** What a conclusion of "no indication" may rest on (method.md 4). */
export interface MonitoringBasis {
  /** Kinds of claimant among the live claims of the period. */
  readonly sourceClasses: number;
  /** Share of the period in which incidents against the other parties were looked for, 0 to 1; null: no record. */
  readonly monitored: number | null;
  readonly notified: number;
  readonly answered: number;
  readonly adequate: boolean;
  /** Adequate, and monitored for nearly the whole period. */
  readonly broad: boolean;
}

/** Share of a period that stretches of time cover, overlaps counted once, 0 to 1. */
export function coveredShare(stretches: readonly Period[], { from, to }: Period): number {
  const clipped = stretches
    .map((stretch) => ({ from: Math.max(from, stretch.from), to: Math.min(to, stretch.to) }))
    .filter((stretch) => stretch.from <= stretch.to)
    .sort((one, two) => one.from - two.from);
  let covered = 0;
  let reached = from - 1;
  for (const stretch of clipped) {
    covered += Math.max(0, stretch.to - Math.max(stretch.from - 1, reached));
    reached = Math.max(reached, stretch.to);
  }
  return covered / (to - from + 1);
}

function stretchesOf(monitoring: readonly Monitoring[], state: string): Period[] {
  return monitoring
    .filter(({ victimState, effort }) => victimState === state && effort > 0)
    .map(({ from, to }) => ({
      from: Date.parse(`${from}T00:00:00.000Z`),
      to: Date.parse(`${to}T00:00:00.000Z`) + DAY_MS - 1,
    }));
}

/**
 * Mean monitored share of the parties other than the accused, each a possible victim (of all
 * parties, where `accused` is null), as a function of the period; null where nothing is on record.
 */
export function monitoredShares(
  pact: Pact,
  monitoring: readonly Monitoring[],
  accused: string | null,
): (period: Period) => number | null {
  const others = pact.parties.filter(({ code }) => code !== accused);
  const records = others.map(({ code, succeeds }) =>
    [code, ...succeeds].flatMap((state) => stretchesOf(monitoring, state)),
  );
  if (records.every((stretches) => stretches.length === 0)) return () => null;
  return (period) => {
    const shares = records.map((stretches) => coveredShare(stretches, period));
    return shares.reduce((total, share) => total + share, 0) / shares.length;
  };
}

const within = (at: Instant, { from, to }: Period): boolean => from <= at && at <= to;

/** Incidents with the same victims: when each kind of claimant spoke, in order, and what was notified. */
export interface Watched {
  readonly victims: readonly string[];
  /** Live claims by kind of claimant: the instants at which they came, in order. */
  readonly spoke: ReadonlyMap<string, readonly Instant[]>;
  /** Notifications that count by the state told, with the states that answered each in time. */
  readonly notices: ReadonlyMap<string, readonly Notice[]>;
}

interface Notice {
  readonly to: string;
  readonly told: Instant;
  readonly answeredBy: readonly string[];
}

function noticesOf(incident: Incident, { asOf, policy }: Setting): Notice[] {
  const limit = policy.values.basisAnswerDays * DAY_MS;
  return incident.notifications
    .filter((notice) => notificationCounts(notice, incident, notice.to))
    .map(({ to, at: sent }) => {
      const told = endOf(sent);
      const answers = incident.responses.filter(
        ({ at, level }) =>
          level >= 1 &&
          startOf(at) <= asOf &&
          endOf(at) >= startOf(sent) &&
          startOf(at) <= told + limit,
      );
      return { to, told, answeredBy: answers.map(({ by }) => by) };
    });
}

function spokenIn(
  incidents: readonly Incident[],
  { asOf, compiledOn }: Setting,
): Map<string, Instant[]> {
  const spoke = new Map<string, Instant[]>();
  for (const incident of incidents)
    for (const claim of liveClaims(incident, asOf, compiledOn)) {
      const { type } = claim.claimant;
      const instants = spoke.get(type) ?? [];
      spoke.set(type, instants);
      instants.push(claimKnownAt(claim, compiledOn));
    }
  for (const instants of spoke.values()) instants.sort((one, two) => one - two);
  return spoke;
}

/** Reads incidents once for any number of bases: by their victims, so that a basis asks few lists. */
export function watchedIn(incidents: readonly Incident[], setting: Setting): Watched[] {
  const groups = groupBy(incidents, ({ victimStates }) => victimStates.join(' '));
  return [...groups.values()].map((members) => ({
    victims: members[0]?.victimStates ?? [],
    spoke: spokenIn(members, setting),
    notices: groupBy(
      members.flatMap((incident) => noticesOf(incident, setting)),
      ({ to }) => to,
    ),
  }));
}

/** Nothing is known of how incidents were looked for. */
export const NO_BASIS: MonitoringBasis = {
  sourceClasses: 0,
  monitored: null,
  notified: 0,
  answered: 0,
  adequate: false,
  broad: false,
};

/** The party that each state answers as, asked once per state. */
function partyCodes(pact: Pact): (state: string) => string {
  const codes = new Map<string, string>();
  return (state) => {
    const known = codes.get(state) ?? partyOf(pact, state)?.code ?? '';
    codes.set(state, known);
    return known;
  };
}

/** Whether any of some instants, in order, lies in a period. */
function anyWithin(instants: readonly Instant[], { from, to }: Period): boolean {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instants[middle] ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  return (instants[low] ?? Infinity) <= to;
}

/** What was said and notified in a period, counted. */
export interface Heard {
  /** Kinds of claimant that spoke. */
  readonly sourceClasses: number;
  readonly notified: number;
  readonly answered: number;
}

type Asked = Pick<StandingQuestion, 'pact' | 'monitoring' | 'setting'>;

/** The basis for a conclusion on a party, given what was heard in the period: never adequate without a monitoring record. */
export function basisOn(
  { pact, monitoring, setting }: Asked,
  { party, period }: { readonly party: string; readonly period: Period },
  { sourceClasses, notified, answered }: Heard,
): MonitoringBasis {
  const { values } = setting.policy;
  const monitored = monitoredShares(pact, monitoring, party)(period);
  const adequate =
    sourceClasses >= values.basisSourceClasses &&
    monitored !== null &&
    monitored >= values.basisMonitoredShare &&
    (notified === 0 || answered / notified >= values.basisAnsweredShare);
  return {
    ...{ sourceClasses, monitored, notified, answered, adequate },
    broad: adequate && monitored !== null && monitored >= values.broadMonitoredShare,
  };
}

/** The basis for conclusions on parties of a pact; never adequate without a period or a monitoring record. */
export function basesFrom(
  question: Asked,
  watched: readonly Watched[],
): (party: string, period: Period | null) => MonitoringBasis {
  const codeOf = partyCodes(question.pact);
  return (party, period) => {
    if (period === null) return NO_BASIS;
    const classes = new Set<string>();
    let notified = 0;
    let answered = 0;
    for (const { victims, spoke, notices } of watched) {
      if (!victims.some((state) => codeOf(state) !== '' && codeOf(state) !== party)) continue;
      for (const [type, instants] of spoke) if (anyWithin(instants, period)) classes.add(type);
      for (const [state, sent] of notices) {
        if (codeOf(state) !== party) continue;
        const told = sent.filter((notice) => within(notice.told, period));
        notified += told.length;
        answered += told.filter(({ answeredBy }) =>
          answeredBy.some((answering) => codeOf(answering) === party),
        ).length;
      }
    }
    return basisOn(
      question,
      { party, period },
      { sourceClasses: classes.size, notified, answered },
    );
  };
}

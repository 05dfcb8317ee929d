import { partyOf } from './bound';
import { DAY_MS, endOf, type Instant, startOf } from './dates';
import type { Monitoring } from './dossier';
import { notificationCounts } from './duty';
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

interface Answers {
  notified: number;
  answered: number;
}

function answersBy(
  incidents: readonly Incident[],
  party: (state: string) => boolean,
  period: Period,
  asOf: Instant,
  answerDays: number,
): Answers {
  let notified = 0;
  let answered = 0;
  for (const incident of incidents)
    for (const notice of incident.notifications) {
      const told = endOf(notice.at);
      if (
        !party(notice.to) ||
        !within(told, period) ||
        !notificationCounts(notice, incident, notice.to)
      )
        continue;
      notified += 1;
      const reply = incident.responses.some(
        ({ by, at, level }) =>
          party(by) &&
          level >= 1 &&
          startOf(at) <= asOf &&
          endOf(at) >= startOf(notice.at) &&
          startOf(at) <= told + answerDays * DAY_MS,
      );
      if (reply) answered += 1;
    }
  return { notified, answered };
}

/** The basis for a conclusion on one party in a period; never adequate without a period or a monitoring record. */
export function basisOf(
  question: StandingQuestion,
  party: string,
  period: Period | null,
): MonitoringBasis {
  const { pact, incidents, monitoring, setting } = question;
  const { values } = setting.policy;
  if (period === null)
    return {
      sourceClasses: 0,
      monitored: null,
      notified: 0,
      answered: 0,
      adequate: false,
      broad: false,
    };
  const others = new Set(pact.parties.filter(({ code }) => code !== party).map(({ code }) => code));
  const watched = incidents.filter(({ victimStates }) =>
    victimStates.some((state) => others.has(partyOf(pact, state)?.code ?? '')),
  );
  const classes = new Set(
    watched.flatMap((incident) =>
      liveClaims(incident, setting.asOf, setting.compiledOn)
        .filter((claim) => within(claimKnownAt(claim, setting.compiledOn), period))
        .map(({ claimant }) => claimant.type),
    ),
  );
  const monitored = monitoredShares(pact, monitoring, party)(period);
  const { notified, answered } = answersBy(
    watched,
    (state) => partyOf(pact, state)?.code === party,
    period,
    setting.asOf,
    values.basisAnswerDays,
  );
  const adequate =
    classes.size >= values.basisSourceClasses &&
    monitored !== null &&
    monitored >= values.basisMonitoredShare &&
    (notified === 0 || answered / notified >= values.basisAnsweredShare);
  return {
    sourceClasses: classes.size,
    monitored,
    notified,
    answered,
    adequate,
    broad: adequate && monitored !== null && monitored >= values.broadMonitoredShare,
  };
}

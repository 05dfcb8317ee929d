import { DAY_MS, type Dated, endOf, type Instant, startOf } from './dates';
import type { Duty } from './duty';
import type { Incident } from './incident';
import { RESPONSE_LEVELS } from './vocabulary';

export type Lane = 'happened' | 'said' | 'answered';

/** Something dated about an incident; `to` is the end of what its precision leaves open. */
export interface TimelineMark {
  readonly lane: Lane;
  readonly kind:
    | 'conduct'
    | 'disclosed'
    | 'claim'
    | 'notification'
    | 'deadline'
    | 'response'
    | 'objection'
    | 'plea'
    | 'extension';
  readonly from: Instant;
  readonly to: Instant;
  readonly dated: Dated | null;
  /** State that acted, or whom the mark concerns. */
  readonly state: string | null;
  readonly label: string;
  /** Anchor of its record on the page, such as `claims-c1`. */
  readonly anchor: string | null;
  /** Evidence cluster of a claim. */
  readonly cluster?: string;
  /** Level of a response, -1 to 8. */
  readonly level?: number;
  readonly verified?: boolean;
  /** Graded A or B. */
  readonly strong?: boolean;
  readonly accuses?: boolean;
}

export interface IncidentTimeline {
  readonly from: Instant;
  readonly to: Instant;
  /** In order of time, then lane. */
  readonly marks: readonly TimelineMark[];
  /** Clusters in order of their first claim, with the span of their dated claims. */
  readonly clusters: readonly {
    readonly id: string;
    readonly from: Instant;
    readonly to: Instant;
  }[];
  /** Claims without a date: they stand in the table and not on the axis. */
  readonly undated: readonly string[];
  readonly clock: {
    readonly knownAt: Instant;
    readonly actBy: Instant;
    readonly requiredLevel: number;
  } | null;
}

type Draft = Omit<TimelineMark, 'from' | 'to' | 'dated'>;

const mark = (dated: Dated, draft: Draft): TimelineMark => ({
  ...draft,
  from: startOf(dated),
  to: endOf(dated),
  dated,
});

function happened(incident: Incident, asOf: Instant): TimelineMark[] {
  const { started, ended, ongoing, disclosed } = incident;
  const last =
    ended === null ? (ongoing ? Math.max(asOf, endOf(started)) : endOf(started)) : endOf(ended);
  const conduct: TimelineMark = {
    lane: 'happened',
    kind: 'conduct',
    from: startOf(started),
    to: last,
    dated: started,
    state: null,
    label: ongoing
      ? 'Conduct, still going on'
      : ended === null
        ? 'Conduct, end unknown'
        : 'Conduct',
    anchor: 'facts-started',
  };
  if (disclosed === null) return [conduct];
  const known: Draft = {
    lane: 'happened',
    kind: 'disclosed',
    state: null,
    label: 'Became public',
    anchor: 'facts-disclosed',
  };
  return [conduct, mark(disclosed, known)];
}

function said({ claims }: Incident): TimelineMark[] {
  return claims.flatMap((claim) =>
    claim.date === null
      ? []
      : [
          mark(claim.date, {
            lane: 'said',
            kind: 'claim',
            state: claim.accused,
            label: `${claim.id}: ${claim.claimant.name}`,
            anchor: `claims-${claim.id}`,
            cluster: claim.cluster,
            strong: claim.reliability === 'A' || claim.reliability === 'B',
            accuses: claim.proposition !== 'OTHER',
          }),
        ],
  );
}

function answered(incident: Incident): TimelineMark[] {
  const lane = 'answered';
  return [
    ...incident.notifications.map((notice, index) =>
      mark(notice.at, {
        lane,
        kind: 'notification',
        state: notice.to,
        label: `${notice.by} tells ${notice.to}, ${notice.channel}`,
        anchor: `notifications-${index}`,
      }),
    ),
    ...incident.responses.map((answer, index) =>
      mark(answer.at, {
        lane,
        kind: 'response',
        state: answer.by,
        label: `${answer.by}: ${RESPONSE_LEVELS[answer.level] ?? 'answer'}${answer.verified ? '' : ' (not verified)'}`,
        anchor: `responses-${index}`,
        level: answer.level,
        verified: answer.verified,
      }),
    ),
    ...incident.objections.map((objection, index) =>
      mark(objection.at, {
        lane,
        kind: 'objection',
        state: objection.by,
        label: `${objection.by} objects to ${objection.against.toLowerCase()}`,
        anchor: `objections-${index}`,
      }),
    ),
    ...incident.pleas.map((plea, index) =>
      mark(plea.at, {
        lane,
        kind: 'plea',
        state: plea.by,
        label: `${plea.by} pleads ${plea.kind}`,
        anchor: `pleas-${index}`,
      }),
    ),
    ...incident.extensions.map((extension, index) =>
      mark(extension.requestedAt, {
        lane,
        kind: 'extension',
        state: extension.by,
        label: `${extension.by} asks for ${extension.days} more days`,
        anchor: `extensions-${index}`,
      }),
    ),
  ];
}

function clockOf(duty: Duty | null): IncidentTimeline['clock'] {
  if (duty === null || duty.knownAt === null || duty.adequacy === null) return null;
  const { actBy, requiredLevel } = duty.adequacy;
  return { knownAt: duty.knownAt, actBy, requiredLevel };
}

function deadline(clock: IncidentTimeline['clock'], accused: string | null): TimelineMark[] {
  if (clock === null) return [];
  const common = { lane: 'answered', kind: 'deadline', dated: null, anchor: null } as const;
  return [
    {
      ...common,
      from: clock.knownAt,
      to: clock.knownAt,
      state: accused,
      label: `${accused ?? 'The state'} knows, or must know`,
    },
    {
      ...common,
      from: clock.actBy,
      to: clock.actBy,
      state: accused,
      label: `Last day to act (level ${clock.requiredLevel} or higher)`,
    },
  ];
}

function clustersOf(
  incident: Incident,
  marks: readonly TimelineMark[],
): IncidentTimeline['clusters'] {
  const ids = [...new Set(incident.claims.map(({ cluster }) => cluster))];
  return ids
    .map((id) => marks.filter(({ cluster }) => cluster === id))
    .flatMap((own) => {
      const [first] = own;
      if (first?.cluster === undefined) return [];
      const from = Math.min(...own.map((claim) => claim.from));
      return [{ id: first.cluster, from, to: Math.max(...own.map((claim) => claim.from)) }];
    })
    .sort((one, two) => one.from - two.from);
}

const LANES: readonly Lane[] = ['happened', 'said', 'answered'];

/** Three lanes on one time axis: what happened, who said what, what the state did. */
export function incidentTimeline(
  incident: Incident,
  duty: Duty | null,
  accused: string | null,
  asOf: Instant,
): IncidentTimeline {
  const clock = clockOf(duty);
  const marks = [
    ...happened(incident, asOf),
    ...said(incident),
    ...answered(incident),
    ...deadline(clock, accused),
  ].sort((one, two) => one.from - two.from || LANES.indexOf(one.lane) - LANES.indexOf(two.lane));
  const from = Math.min(...marks.map((one) => one.from));
  const to = Math.max(...marks.map((one) => one.to), from + DAY_MS);
  return {
    from,
    to,
    marks,
    clusters: clustersOf(incident, marks),
    undated: incident.claims.filter(({ date }) => date === null).map(({ id }) => id),
    clock,
  };
}

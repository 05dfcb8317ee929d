import 'server-only';
import type { Actor } from '@/domain/actor';
import type { Claim } from '@/domain/claim';
import { parseAsOf, toDay } from '@/domain/dates';
import type { Setting } from '@/domain/finding';
import { type IncidentTimeline, incidentTimeline } from '@/domain/incident-timeline';
import { type CaseChoice, type IncidentView, incidentView } from '@/domain/incident-view';
import { policyAt } from '@/domain/policy-version';
import { endOfToday } from './clock';
import type { CorpusIncident } from './corpus';
import { corpusWith } from './corpus/known';
import { mayReadRevision, readableRecord } from './incident/reading';
import { keptRevision } from './incident/record';
import { isBlindTo } from './review/blind';

export interface IncidentQuestion extends CaseChoice {
  /** `YYYY-MM-DD`; null: now. */
  readonly asOf: string | null;
}

export interface IncidentPageView {
  readonly view: IncidentView;
  readonly timeline: IncidentTimeline;
  readonly setting: Setting;
  /** The day asked about; null: now. */
  readonly asOf: string | null;
  /** Assumed entry into force of the pact asked about, as given; null: its own. */
  readonly from: string | null;
  readonly today: string;
  /** Whether readers without an account may see it, as far as its marking goes. */
  readonly published: boolean;
  /** The revision shown: the current one, or the one known on the day asked about. */
  readonly revision: number;
  readonly recordedOn: string;
  /** Claims left out of every reckoning for the sake of their evidence (domain/evidence-standing.ts). */
  readonly suspended: readonly Claim[];
}

/** A record that was not known yet on the day asked about. */
export interface NotKnownThen {
  readonly asOf: string;
  readonly recordedOn: string;
}

/** When it was first written down, for a reader who asks about a day before; null where that is no reason. */
async function notKnownOn(id: string, asOf: string | null): Promise<NotKnownThen | null> {
  const first = asOf === null ? null : await keptRevision(id, 1);
  if (asOf === null || first === null || first.recordedAt.getTime() <= (parseAsOf(asOf) ?? 0))
    return null;
  return { asOf, recordedOn: toDay(first.recordedAt.getTime()) };
}

const suspendedIn = ({ written, incident }: CorpusIncident): Claim[] =>
  written.claims.filter(({ id }) => !incident.claims.some((scored) => scored.id === id));

/** Everything the page of one incident shows, or null where there is none that the reader may see now. */
export async function incidentPage(
  id: string,
  question: IncidentQuestion,
  actor: Actor,
): Promise<IncidentPageView | NotKnownThen | null> {
  const record = await readableRecord(actor, id);
  if (record === null || record.retiredInto !== null || (await isBlindTo(actor, id))) return null;
  const held = await corpusWith(id, question.asOf);
  const { pacts, policies, compiledOn } = held;
  const now = Date.now();
  const asked = question.asOf === null ? null : parseAsOf(question.asOf);
  const known = held.incidents.find(({ incident }) => incident.id === id);
  if (known === undefined || !mayReadRevision(actor, record, known))
    return notKnownOn(id, question.asOf);
  const setting: Setting = {
    policy: policyAt(policies, asked ?? endOfToday()),
    asOf: asked ?? endOfToday(),
    compiledOn: compiledOn ?? toDay(now),
  };
  const view = incidentView(known.incident, pacts, setting, question);
  const { chosen } = view;
  const duty = chosen?.judgement.duty ?? null;
  const accused = chosen?.judgement.case.accused ?? null;
  return {
    view,
    timeline: incidentTimeline(known.incident, duty, accused, setting.asOf),
    setting,
    asOf: asked === null ? null : question.asOf,
    from: chosen !== null && chosen.assumed === question.from ? question.from : null,
    today: toDay(now),
    ...{ published: record.published, revision: known.revision },
    recordedOn: toDay(known.recordedAt),
    suspended: suspendedIn(known),
  };
}

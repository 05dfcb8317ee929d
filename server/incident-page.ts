import 'server-only';
import { parseAsOf, toDay } from '@/domain/dates';
import type { Setting } from '@/domain/finding';
import { type IncidentTimeline, incidentTimeline } from '@/domain/incident-timeline';
import { type CaseChoice, type IncidentView, incidentView } from '@/domain/incident-view';
import { POLICY_2026_11 } from '@/domain/policy';
import { corpus } from './corpus';
import type { Visibility } from './incident-search';
import { getIncident } from './incidents';

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
  readonly revision: number;
  readonly recordedOn: string;
}

/** Everything the page of one incident shows, or null where there is none that the reader may see. */
export async function incidentPage(
  id: string,
  question: IncidentQuestion,
  visibility: Visibility,
): Promise<IncidentPageView | null> {
  const record = await getIncident(id, visibility);
  if (record === null) return null;
  const { pacts, compiledOn } = await corpus();
  const now = Date.now();
  const asked = question.asOf === null ? null : parseAsOf(question.asOf);
  const setting: Setting = {
    policy: POLICY_2026_11,
    asOf: asked ?? now,
    compiledOn: compiledOn ?? toDay(now),
  };
  const view = incidentView(record.incident, pacts, setting, question);
  const { chosen } = view;
  const duty = chosen?.judgement.duty ?? null;
  const accused = chosen?.judgement.case.accused ?? null;
  return {
    view,
    timeline: incidentTimeline(record.incident, duty, accused, setting.asOf),
    setting,
    asOf: asked === null ? null : question.asOf,
    from: chosen !== null && chosen.assumed === question.from ? question.from : null,
    today: toDay(now),
    revision: record.revision,
    recordedOn: toDay(record.recordedAt.getTime()),
  };
}

import type { DraftDate } from './draft-parts';
import type { IncidentDraft } from './incident-draft';

/** A date of a record by the path of its field. */
export type DatedField = readonly [path: string, value: DraftDate | null | undefined];

/** Every date that tells of something done; a deadline such as `verifyBy` may lie ahead. */
export function datesOf(draft: IncidentDraft): DatedField[] {
  return [
    ['started', draft.started],
    ['ended', draft.ended],
    ['disclosed', draft.disclosed],
    ...(draft.claims ?? []).flatMap(({ date, retractedOn }, at) => [
      [`claims[${at}].date`, date] as const,
      [`claims[${at}].retractedOn`, retractedOn] as const,
    ]),
    ...(draft.notifications ?? []).flatMap((notice, at) => [
      [`notifications[${at}].at`, notice.at] as const,
      [`notifications[${at}].acknowledgedAt`, notice.acknowledgedAt] as const,
    ]),
    ...(draft.responses ?? []).map((item, at) => [`responses[${at}].at`, item.at] as const),
    ...(draft.extensions ?? []).map(
      (item, at) => [`extensions[${at}].requestedAt`, item.requestedAt] as const,
    ),
    ...(draft.pleas ?? []).map((item, at) => [`pleas[${at}].at`, item.at] as const),
    ...(draft.objections ?? []).flatMap((item, at) => [
      [`objections[${at}].at`, item.at] as const,
      [`objections[${at}].closedAt`, item.closedAt] as const,
    ]),
  ];
}

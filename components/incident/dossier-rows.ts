import type { IncidentTimeline } from '@/domain/incident-timeline';
import type { IncidentView } from '@/domain/incident-view';
import type { PactVerdict } from '@/domain/pact-verdict';
import { caseHref, type PageQuestion } from './case-address';
import type { FindingLine } from './findings-table';
import { whenOf } from './timeline-marks';
import type { TimelineRow } from './timeline-table';

const LANES = {
  happened: 'What happened',
  said: 'Who said what',
  answered: 'What states did',
} as const;

/** The timeline as a table: what is dated, then what is not. */
export function timelineRows({ marks, undated }: IncidentTimeline): TimelineRow[] {
  return [
    ...marks.map((mark, index) => ({
      key: `${index}`,
      when: whenOf(mark),
      at: mark.from,
      lane: LANES[mark.lane],
      state: mark.state,
      label: mark.label,
      anchor: mark.anchor,
    })),
    ...undated.map((id) => ({
      key: id,
      when: 'unknown',
      at: null,
      lane: LANES.said,
      state: null,
      label: `Claim ${id}`,
      anchor: `claims-${id}`,
    })),
  ];
}

/** Every finding as a row with its address. */
export function findingLines(
  verdicts: readonly PactVerdict[],
  incident: string,
  chosen: IncidentView['chosen'],
  question: PageQuestion,
): FindingLine[] {
  return verdicts.flatMap(({ pact, findings }) =>
    findings.map((finding) => {
      const { clause, accused } = finding;
      const here = chosen !== null && chosen.pact.id === pact.id;
      const from = here ? question.from : null;
      return {
        href: caseHref(incident, { pact: pact.id, clause, accused }, { asOf: question.asOf, from }),
        chosen:
          here &&
          chosen.judgement.case.clause.id === clause &&
          chosen.judgement.case.accused === accused,
        pact: pact.title,
        hypothetical: pact.kind === 'hypothetical',
        clause,
        accused,
        verdict: finding.verdict,
        rule: finding.rule,
        failed: finding.failedCoverage,
        flags: finding.flags,
        link: [finding.link.lower, finding.link.upper] as const,
        state: [finding.state.lower, finding.state.upper] as const,
      };
    }),
  );
}

/** Days at which the picture changes: the first claim, the first notification, the last day to act. */
export function asOfDays({ marks, clock }: IncidentTimeline): { day: string; label: string }[] {
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const first = (kind: string) => marks.find((mark) => mark.kind === kind);
  const found = [
    { at: first('claim')?.to, label: 'First claim' },
    { at: first('notification')?.to, label: 'First notification' },
    { at: clock?.actBy, label: 'Last day to act' },
  ];
  const days = found.flatMap(({ at, label }) =>
    at === undefined ? [] : [{ day: dayOf(at), label }],
  );
  return days.filter(({ day }, index) => days.findIndex((other) => other.day === day) === index);
}

import type { Judgement } from './finding';
import { instant, type TraceStep } from './trace-step';
import { RESPONSE_LEVELS } from './vocabulary';

const BASES: Record<string, string> = {
  notification: 'told by a notification',
  constructive: 'on the public record must have known',
  recurrence: 'a recurrence: known as soon as it was linked',
};

/** Knowledge, response and feasibility as steps; none where no clock ran (method.md 3). */
export function clockSteps({ case: at, duty, input }: Judgement): TraceStep[] {
  if (duty === null) return [];
  const { incident, accused } = at;
  const notices = incident.notifications.map((notice, index) => ({
    label: `Notification ${notice.at.date}`,
    value: `${notice.by} to ${notice.to}, ${notice.channel}${duty.counted.includes(notice) ? '' : ' (does not count)'}`,
    record: `notifications/${index}`,
  }));
  const knowledge: TraceStep = {
    id: 'knowledge',
    question: 'Did the state know, or must it have known?',
    outcome: duty.know === 'known' ? 'pass' : duty.know === 'unknown_open' ? 'unknown' : 'fail',
    inputs: [
      { label: 'Link met on the public record', value: instant(duty.linkMetAt) },
      ...notices,
    ],
    value:
      duty.knownAt === null || duty.basis === null
        ? `no notification reached ${accused ?? 'it'} before ${instant(duty.notifyBy)}`
        : `known from ${instant(duty.knownAt)}: ${BASES[duty.basis]}`,
    threshold: `notify by ${instant(duty.notifyBy)}`,
    wouldChange: duty.know === 'known' ? null : 'A notification that counts.',
    reference: 'method 3, notification',
  };
  const measured = duty.adequacy;
  if (measured === null) return [knowledge];
  const answers = incident.responses.flatMap((answer, index) =>
    answer.by === accused
      ? [
          {
            label: `Response ${answer.at.date}`,
            value: `level ${answer.level}, ${RESPONSE_LEVELS[answer.level] ?? ''}${answer.verified ? '' : ' (not verified)'}`,
            record: `responses/${index}`,
          },
        ]
      : [],
  );
  const adequate = measured.response === 'adequate_in_time';
  return [
    knowledge,
    {
      id: 'response',
      question: 'Did it act enough, in time?',
      outcome: adequate ? 'pass' : measured.clock === 'open' ? 'unknown' : 'fail',
      inputs: answers,
      value: `${measured.response.replaceAll('_', ' ')}; clock ${measured.clock}${measured.progressing ? ', diligent progress shown' : ''}`,
      threshold: `level ${measured.requiredLevel} or higher, verified, by ${instant(measured.actBy)}`,
      wouldChange: adequate
        ? null
        : `A verified response of level ${measured.requiredLevel} by ${instant(measured.actBy)}.`,
      reference: 'method 3, response ladder',
    },
    {
      id: 'feasibility',
      question: 'Was it excused because it could not?',
      outcome: input.feas === 'excused' ? 'pass' : 'fail',
      inputs: [
        { label: 'Incapacity pleaded and accepted', value: duty.incapacityAccepted ? 'yes' : 'no' },
        { label: 'Help requested', value: duty.requestedAssistance ? 'yes' : 'no' },
      ],
      value: input.feas,
      threshold: null,
      wouldChange: null,
      reference: 'method 3, obligation of conduct',
    },
  ];
}

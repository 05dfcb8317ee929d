import type { Clause, DueDiligence } from '@/domain/pact';
import { stateName } from '@/domain/states';
import { CONDUCT, EXCEPTIONS, LIMBS, OBJECTS, type Term } from '@/domain/vocabulary';

/** One line of a machine test in plain words. */
export interface TestLine {
  readonly label: string;
  readonly words: readonly string[];
}

const labels = <C extends string>(
  codes: readonly C[],
  terms: Readonly<Record<C, Term>>,
): string[] => {
  const [first, ...rest] = codes.map((code) => terms[code].label);
  return first === undefined
    ? []
    : [[first, ...rest.map((label) => label.toLowerCase())].join(', ')];
};

const INTENTS = {
  'political-effect': 'political effect',
  'commercial-advantage': 'commercial advantage',
} as const;

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** Hours as days where they come out whole. */
export function spanWords(hours: number): string {
  return hours % 24 === 0 && hours >= 72
    ? plural(hours / 24, 'day', 'days')
    : plural(hours, 'hour', 'hours');
}

/** Whether a clause forbids anything that an incident could be tested against. */
export function isTestable({ conduct, objects }: Pick<Clause, 'conduct' | 'objects'>): boolean {
  return conduct.length > 0 && objects.length > 0;
}

const urgentWords = (windows: DueDiligence): string =>
  windows.urgentFromSeverity > 5
    ? ''
    : ` (from severity ${windows.urgentFromSeverity}: ${spanWords(windows.ackHoursUrgent)} and ${plural(windows.actDaysUrgent, 'day', 'days')})`;

function windowLines(windows: DueDiligence): TestLine[] {
  const extension = Math.round(windows.maxExtensionFrac * 100);
  return [
    { label: 'Duty to act against acts that come', words: labels(windows.limbs, LIMBS) },
    {
      label: 'The duty starts when the state',
      words: [
        'is told of it',
        ...(windows.knowledge === 'actual_or_constructive'
          ? [
              `or must have known: ${plural(windows.constructiveLagDays, 'day', 'days')} after the public record linked it`,
            ]
          : []),
      ],
    },
    {
      label: 'Time to act',
      words: [
        `acknowledge within ${spanWords(windows.ackHours)}, act within ${plural(windows.actDays, 'day', 'days')}${urgentWords(windows)}`,
        ...(extension > 0
          ? [`once extended by up to ${extension} %, if asked in time after an acknowledgement`]
          : []),
        `up to ${plural(windows.progressDays, 'day', 'days')} while verified progress is shown`,
        `the victim has ${plural(windows.notifyDays, 'day', 'days')} to notify`,
      ],
    },
  ];
}

const share = (value: number): string => value.toFixed(2);

function thresholdLines({ theta, commissionLimbs, dueDiligence }: Clause): TestLine[] {
  const questions = [
    ...(commissionLimbs.length > 0 ? [`the state itself: belief of ${share(theta.state)}`] : []),
    ...(dueDiligence === null ? [] : [`a link to the state: belief of ${share(theta.link)}`]),
  ];
  if (questions.length === 0) return [];
  return [
    {
      label: 'Proof needed',
      words: [
        ...questions,
        `${plural(theta.minClusters, 'independent cluster', 'independent clusters')} of evidence, or a conviction`,
      ],
    },
  ];
}

function floorWords({
  minSeverity,
  commissionLimbs,
  dueDiligence,
  severityShift,
}: Clause): string[] {
  const shifts = Object.entries(severityShift ?? {}).map(
    ([code, shift]) =>
      `${OBJECTS[code as keyof typeof OBJECTS].label.toLowerCase()} counts ${shift > 0 ? '+' : '−'}${Math.abs(shift)}`,
  );
  return [
    ...(commissionLimbs.length > 0 ? [`${minSeverity.commission} or more for committing it`] : []),
    ...(dueDiligence === null ? [] : [`${minSeverity.dueDiligence} or more for failing to act`]),
    ...shifts,
  ];
}

function reservationLines({ reservations }: Clause): TestLine[] {
  return reservations.map(({ party, text, conduct, objects }) => {
    const named = [...labels(conduct, CONDUCT), ...labels(objects, OBJECTS)];
    return {
      label: `Reservation of ${stateName(party)}`,
      words: [
        text,
        named.length === 0
          ? 'covers everything in this clause'
          : `covers ${named.join(', ').toLowerCase()}`,
      ],
    };
  });
}

/** The machine test of a clause in plain words, line by line; empty where it tests nothing. */
export function clauseTest(clause: Clause): TestLine[] {
  if (!isTestable(clause)) return [];
  const lines: TestLine[] = [
    { label: 'Conduct', words: labels(clause.conduct, CONDUCT) },
    { label: 'Against', words: labels(clause.objects, OBJECTS) },
    {
      label: 'Leaves out',
      words: [
        ...labels(clause.conductExclusions, CONDUCT),
        ...labels(clause.objectExclusions, OBJECTS),
      ],
    },
    {
      label: 'Only with the intent',
      words: clause.intentRequired === null ? [] : [INTENTS[clause.intentRequired]],
    },
    {
      label: 'The state answers for',
      words: labels(clause.commissionLimbs, LIMBS),
    },
    ...(clause.dueDiligence === null ? [] : windowLines(clause.dueDiligence)),
    { label: 'Severity', words: floorWords(clause) },
    ...thresholdLines(clause),
    ...clause.exceptions.map(({ code, burden, note }) => ({
      label: `Exception: ${EXCEPTIONS[code].label.toLowerCase()}`,
      words: [
        `to be shown by the ${burden === 'invoker' ? 'state that invokes it' : 'state that accuses'}`,
        ...(note === undefined ? [] : [note]),
      ],
    })),
    ...reservationLines(clause),
  ];
  return lines.filter(({ words }) => words.length > 0);
}

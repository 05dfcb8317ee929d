import type { DueDiligence } from '@/domain/pact';
import { found, type Rule, when } from './rule';

const WINDOWS = [
  ['ackHours', 'hours to acknowledge', ''],
  ['ackHoursUrgent', 'hours to acknowledge', ' in urgent cases'],
  ['actDays', 'days to act', ''],
  ['actDaysUrgent', 'days to act', ' in urgent cases'],
] as const satisfies readonly (readonly [keyof DueDiligence, string, string])[];

/** Windows shorter than the practice of notification, as the policy in force has it (method.md 3). */
export const shortWindows: Rule = ({ clause: { id, dueDiligence }, policy }) =>
  dueDiligence === null
    ? []
    : WINDOWS.flatMap(([name, words, which]) => {
        const usual = policy.values.defaultWindows[name];
        return when(dueDiligence[name] < usual, () =>
          found(
            `dueDiligence.${name}`,
            'short_window',
            `Clause ${id} gives ${dueDiligence[name]} ${words}${which}; the practice of notification that the policy follows gives ${usual}. A state could be in breach before its offices have spoken to each other: lengthen it, or say why it can be done.`,
          ),
        );
      });

/** Windows in an order that makes no sense. */
export const orderOfWindows: Rule = ({ clause: { id, dueDiligence } }) => {
  if (dueDiligence === null) return [];
  const { ackHours, ackHoursUrgent, actDays, actDaysUrgent } = dueDiligence;
  return [
    ...when(ackHours > actDays * 24, () =>
      found(
        'dueDiligence.ackHours',
        'ack_after_act',
        `Under clause ${id} a state may act before it has to acknowledge (${ackHours} hours to answer, ${actDays} days to act): shorten the one or lengthen the other.`,
      ),
    ),
    ...when(ackHoursUrgent > actDaysUrgent * 24, () =>
      found(
        'dueDiligence.ackHoursUrgent',
        'ack_after_act',
        `Under clause ${id} a state may act before it has to acknowledge in urgent cases (${ackHoursUrgent} hours to answer, ${actDaysUrgent} days to act): shorten the one or lengthen the other.`,
      ),
    ),
    ...when(actDaysUrgent > actDays || ackHoursUrgent > ackHours, () =>
      found(
        'dueDiligence.actDaysUrgent',
        'urgent_slower',
        `Clause ${id} gives more time in urgent cases than in others: exchange the two, or drop the difference.`,
      ),
    ),
  ];
};

/** A duty to act that leaves the territory out. */
export const noTerritory: Rule = ({ clause: { id, dueDiligence } }) =>
  when(dueDiligence !== null && !dueDiligence.limbs.includes('TERRITORY'), () =>
    found(
      'dueDiligence.limbs',
      'no_territory',
      `The duty to act in clause ${id} leaves out acts from the territory, on which most links rest: add the territory, or say what the duty rests on instead.`,
    ),
  );

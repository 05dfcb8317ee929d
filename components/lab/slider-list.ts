import { ownValues, ownWords, valueWords } from '@/domain/lab/change-words';
import {
  placeOf,
  placesOf,
  SLIDER_IDS,
  SLIDERS,
  type SliderId,
  valueAt,
} from '@/domain/lab/sliders';
import { withChanges } from '@/domain/lab/variant';
import type { Pact } from '@/domain/pact';
import type { Moved } from './params';

/** How the sliders are grouped on the page. */
export const GROUPS: readonly {
  readonly title: string;
  readonly sliders: readonly SliderId[];
}[] = [
  {
    title: 'How sure one must be',
    sliders: ['theta.state', 'theta.link', 'theta.minClusters'],
  },
  {
    title: 'How grave it must be',
    sliders: ['minSeverity.commission', 'minSeverity.dueDiligence'],
  },
  {
    title: 'The duty to act',
    sliders: [
      ...([
        'actDays',
        'actDaysUrgent',
        'ackHours',
        'ackHoursUrgent',
        'urgentFromSeverity',
      ] as const),
      ...(['maxExtensionFrac', 'progressDays', 'notifyDays', 'constructiveLagDays'] as const),
    ],
  },
];

/** A slider as it stands under a variant. */
export interface Stand {
  readonly slider: SliderId;
  readonly label: string;
  readonly places: number;
  readonly place: number;
  readonly own: readonly number[];
  readonly value: string;
  readonly ownValue: string;
  readonly isMoved: boolean;
}

const sameNumbers = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at]);

/** A slider where the text of the pact has it. */
export interface Own {
  readonly slider: SliderId;
  readonly values: readonly number[];
  readonly own: readonly number[];
  readonly ownValue: string;
}

/** The sliders of a pact, of one clause or of all; those whose number no clause has are left out. */
export const ownStands = (pact: Pact, clause: string | null): Own[] =>
  SLIDER_IDS.flatMap((slider): Own[] => {
    const values = ownValues(pact, slider, clause);
    const own = values.map((value) => placeOf(SLIDERS[slider], value));
    return values.length === 0
      ? []
      : [{ slider, values, own, ownValue: ownWords(pact, slider, clause) }];
  });

/** Where those sliders stand under a variant. */
export function stands(
  pact: Pact,
  { changes }: Moved,
  clause: string | null,
  text: readonly Own[],
): Stand[] {
  const variant = withChanges(pact, changes);
  return text.flatMap(({ slider, values, own, ownValue }): Stand[] => {
    const { [slider]: range } = SLIDERS;
    const now = ownValues(variant, slider, clause);
    const [first] = now;
    if (first === undefined) return [];
    return [
      {
        ...{ slider, label: range.label, places: placesOf(range), place: placeOf(range, first) },
        ...{ own, ownValue, isMoved: !sameNumbers(values, now) },
        value: now.length > 1 ? ownWords(variant, slider, clause) : valueWords(slider, first),
      },
    ];
  });
}

/** The number at a place of a slider. */
export const numberAt = (slider: SliderId, place: number): number =>
  valueAt(SLIDERS[slider], place);

import type { Clause, DueDiligence } from '@/domain/pact';

/** A number of a clause that the lab moves: its range, its step, where it stands in the clause. */
export interface Slider {
  readonly label: string;
  readonly unit: 'belief' | 'clusters' | 'severity' | 'days' | 'hours' | 'share';
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Null where the clause has no such number. */
  readonly read: (clause: Clause) => number | null;
  /** The clause with another number; itself where it has none. */
  readonly write: (clause: Clause, value: number) => Clause;
}

type Range = Pick<Slider, 'label' | 'unit' | 'least' | 'most' | 'step'>;

const threshold = (name: keyof Clause['theta'], range: Range): Slider => ({
  ...range,
  read: ({ theta }) => theta[name],
  write: (clause, value) => ({ ...clause, theta: { ...clause.theta, [name]: value } }),
});

const floor = (name: keyof Clause['minSeverity'], label: string): Slider => ({
  ...{ label, unit: 'severity', least: 1, most: 5, step: 1 },
  read: ({ minSeverity }) => minSeverity[name],
  write: (clause, value) => ({ ...clause, minSeverity: { ...clause.minSeverity, [name]: value } }),
});

type Windows = Omit<DueDiligence, 'limbs' | 'knowledge'>;

const window = (name: keyof Windows, range: Range): Slider => ({
  ...range,
  read: ({ dueDiligence }) => dueDiligence?.[name] ?? null,
  write: (clause, value) =>
    clause.dueDiligence === null
      ? clause
      : { ...clause, dueDiligence: { ...clause.dueDiligence, [name]: value } },
});

const days = (label: string, most: number, step = 1): Range => ({
  ...{ label, unit: 'days', least: 0, most, step },
});
const hours = (label: string, most: number): Range => ({
  ...{ label, unit: 'hours', least: 0, most, step: 6 },
});
const belief = (label: string): Range => ({
  ...{ label, unit: 'belief', least: 0, most: 1, step: 0.01 },
});

/** Every number of a clause that the lab moves: thresholds, floors of severity, windows (method.md 2.4, 3). */
export const SLIDERS = {
  'theta.state': threshold('state', belief('Belief from which a state is held responsible')),
  'theta.link': threshold('link', belief('Belief from which a link to a state is taken as shown')),
  'theta.minClusters': threshold('minClusters', {
    ...{ label: 'Independent bodies of evidence', unit: 'clusters', least: 1, most: 6, step: 1 },
  }),
  'minSeverity.commission': floor('commission', 'Least severity of a commission'),
  'minSeverity.dueDiligence': floor('dueDiligence', 'Least severity of the duty to act'),
  actDays: window('actDays', days('Days to act', 120)),
  actDaysUrgent: window('actDaysUrgent', days('Days to act, urgent', 60)),
  ackHours: window('ackHours', hours('Hours to acknowledge', 720)),
  ackHoursUrgent: window('ackHoursUrgent', hours('Hours to acknowledge, urgent', 240)),
  urgentFromSeverity: window('urgentFromSeverity', {
    ...{ label: 'Urgent from severity', unit: 'severity', least: 1, most: 6, step: 1 },
  }),
  maxExtensionFrac: window('maxExtensionFrac', {
    ...{ label: 'Longest extension, share of the days to act', unit: 'share' },
    ...{ least: 0, most: 1, step: 0.05 },
  }),
  progressDays: window('progressDays', days('Days for diligent progress', 1095, 5)),
  notifyDays: window('notifyDays', days('Days to notify', 180)),
  constructiveLagDays: window('constructiveLagDays', days('Days until knowledge is presumed', 120)),
} as const satisfies Readonly<Record<string, Slider>>;

export type SliderId = keyof typeof SLIDERS;
export const SLIDER_IDS = Object.keys(SLIDERS) as readonly SliderId[];

/** How many places a slider has. */
export const placesOf = ({ least, most, step }: Range): number =>
  Math.round((most - least) / step) + 1;

/** The value at a place of a slider, counted from 0; rounded to four digits, as it is written. */
export const valueAt = ({ least, step }: Range, place: number): number =>
  Math.round((least + place * step) * 10_000) / 10_000;

/** The place nearest to a value. */
export const placeOf = (slider: Range, value: number): number =>
  Math.min(placesOf(slider) - 1, Math.max(0, Math.round((value - slider.least) / slider.step)));

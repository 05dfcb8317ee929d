import type { AttributionAnswer } from './attribution';
import type { EffectAnswer } from './effect';
import type { MapView } from './map';
import type { MultiplesView } from './multiples';
import type { ResponseAnswer } from './response';
import type { RobustnessAnswer } from './robustness';
import type { StandingAnswer } from './standing';
import type { SymmetryAnswer } from './symmetry';
import type { TrendView } from './trend';

/** Every view of the trends with what it answers. */
export interface ViewAnswers {
  readonly trend: TrendView;
  readonly attribution: AttributionAnswer;
  readonly effect: EffectAnswer;
  readonly response: ResponseAnswer;
  readonly standing: StandingAnswer;
  readonly robustness: RobustnessAnswer;
  readonly symmetry: SymmetryAnswer;
  readonly map: MapView;
  readonly multiples: MultiplesView;
}

export type ViewName = keyof ViewAnswers;

export interface ViewPlace {
  readonly name: ViewName;
  readonly path: string;
  readonly label: string;
  /** The question it answers. */
  readonly question: string;
}

/** The views in the order they are read in. */
export const VIEWS: readonly ViewPlace[] = [
  {
    name: 'trend',
    path: '/trends',
    label: 'Trend',
    question: 'Are there more violations or fewer, and would we know?',
  },
  {
    name: 'attribution',
    path: '/trends/attribution',
    label: 'Attribution',
    question: 'How sure is the record of who did it, and what would count if more were asked for?',
  },
  {
    name: 'effect',
    path: '/trends/effect',
    label: 'Pact effect',
    question: 'Did the pact change anything, or had the change come before?',
  },
  {
    name: 'response',
    path: '/trends/response',
    label: 'Response',
    question: 'How quickly do states answer what they know of?',
  },
  {
    name: 'standing',
    path: '/trends/standing',
    label: 'Standing over time',
    question: 'How did the standing of each party move, and what moved it?',
  },
  {
    name: 'robustness',
    path: '/trends/robustness',
    label: 'Robustness',
    question: 'Which findings would be others after one small change of judgement?',
  },
  {
    name: 'symmetry',
    path: '/trends/symmetry',
    label: 'Symmetry',
    question: 'Who would be found in breach by the same standard, had the two changed places?',
  },
  {
    name: 'map',
    path: '/trends/map',
    label: 'Map',
    question: 'Where were the victims, and what territories are acts linked to?',
  },
  {
    name: 'multiples',
    path: '/trends/multiples',
    label: 'Side by side',
    question: 'How do the parties, or the clauses, look on one scale?',
  },
];

export const isViewName = (word: string): word is ViewName =>
  VIEWS.some(({ name }) => name === word);

/** The address of a view. */
export const viewPath = (view: ViewName): string =>
  VIEWS.find(({ name }) => name === view)?.path ?? '/trends';

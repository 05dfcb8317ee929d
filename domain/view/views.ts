import type { MapView } from './map';
import type { MultiplesView } from './multiples';
import type { TrendView } from './trend';

/** Every view of the trends with what it answers. */
export interface ViewAnswers {
  readonly trend: TrendView;
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

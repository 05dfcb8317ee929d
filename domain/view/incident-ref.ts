import type { Columns } from '@/domain/sweep/columns';

/** An incident as a list names it. */
export interface IncidentRef {
  readonly id: string;
  readonly title: string;
  readonly started: { readonly date: string; readonly precision: string };
}

/** Most incidents that one mark is sent with; the reader is told how many there are. */
export const BEHIND_LIMIT = 12;

/** The incidents behind a mark: how many, and the first of them. */
export interface Behind {
  readonly total: number;
  readonly refs: readonly IncidentRef[];
}

/** Names incidents by their places in the columns, the first `BEHIND_LIMIT` of them. */
export function behindOf(
  { incidents }: Pick<Columns, 'incidents'>,
  places: readonly number[],
): Behind {
  return {
    total: places.length,
    refs: places.slice(0, BEHIND_LIMIT).flatMap((place) => {
      const incident = incidents[place];
      if (incident === undefined) return [];
      const { id, title, started } = incident;
      return [{ id, title, started: { date: started.date, precision: started.precision } }];
    }),
  };
}

import type { StandingRecord } from '@/domain/standing-shape';
import type { Sweep } from '@/domain/sweep/sheet';

/** What a view is shaped from: the record of a pact on a day, and every case of it as columns. */
export interface World extends StandingRecord {
  readonly sweep: Sweep;
}

import type { RecordColumns } from '@/domain/attribution/record-columns';
import type { StandingRecord } from '@/domain/standing-shape';
import type { Sweep } from '@/domain/sweep/sheet';
import type { RulesVersion } from '@/domain/trend/annotations';

/** What a view is shaped from: the record of a pact on a day, and every case of it as columns. */
export interface World extends StandingRecord {
  readonly sweep: Sweep;
  /** Reports and claims of the same incidents, in the same order; laid out when first asked for. */
  readonly reports: () => RecordColumns;
  /** Every version of the rules of scoring, for the marks of charts. */
  readonly rules: readonly RulesVersion[];
}

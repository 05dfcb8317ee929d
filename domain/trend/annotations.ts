import type { Setting } from '@/domain/finding';
import type { Pact } from '@/domain/pact';
import type { Annotation } from '@/domain/standing-view';
import { annotationsOf } from '@/domain/trend';
import type { ScopeBreak } from './scope-break';

/** What a mark across a chart tells of: the pact, the rules of scoring, or how the record was gathered. */
export const ANNOTATION_KINDS = ['pact', 'rules', 'scope_break'] as const;
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];

export interface TrendAnnotation extends Annotation {
  readonly kind: AnnotationKind;
}

/** A version of the policy or the codebook, and the day from which it holds. */
export interface RulesVersion {
  readonly name: string;
  readonly version: string;
  readonly validFrom: string;
}

/**
 * Everything dated that a chart must show, up to `asOf`, in order: adherence to the pact, changes
 * of policy and codebook, breaks in the scope of collection. They travel with the chart.
 */
export function trendAnnotations(
  pact: Pact,
  setting: Pick<Setting, 'asOf' | 'assumedFrom'>,
  rules: readonly RulesVersion[],
  breaks: readonly ScopeBreak[],
): TrendAnnotation[] {
  const past = ({ date }: Annotation): boolean =>
    Date.parse(`${date}T00:00:00.000Z`) <= setting.asOf;
  const all: TrendAnnotation[] = [
    ...annotationsOf(pact, setting).map((one) => ({ ...one, kind: 'pact' as const })),
    ...rules.map(({ name, version, validFrom }) => ({
      date: validFrom,
      label: `${name} ${version}`,
      kind: 'rules' as const,
    })),
    ...breaks.map((one) => ({ ...one, kind: 'scope_break' as const })),
  ];
  return all
    .filter(past)
    .sort((one, two) => (one.date < two.date ? -1 : one.date > two.date ? 1 : 0));
}

import { formatNumber } from '@/components/format';
import { Section } from '@/components/section';
import type { Reliability } from '@/domain/review/reliability';
import { PlainTable } from './plain-table';

const VARIABLES: Readonly<Record<Reliability['variable'], string>> = {
  conduct: 'Conduct',
  objects: 'Object',
  severity: 'Severity',
  reliability: 'Grade: reliability of the source',
  credibility: 'Grade: credibility of what it says',
};

/** How far two analysts agree who coded the same incidents without seeing each other. */
export function ReliabilityPart({ reliability }: { readonly reliability: readonly Reliability[] }) {
  return (
    <Section id="6-1" title="6.1 How far two analysts agree">
      <div className="prose">
        <p>
          A second analyst codes conduct, object, severity and the grade of every claim without
          seeing the first. Where the two differ, the difference is reconciled with a reason; what
          is measured here is how they coded before that. Krippendorff’s alpha is 1 where they
          agree, 0 where they agree as chance would have it, and below 0 where they differ
          systematically. Where nothing varies, or nothing was coded twice, there is no estimate.
        </p>
      </div>
      <PlainTable
        caption="Krippendorff’s alpha of each variable that is coded twice"
        headers={['Variable', 'Compared as', 'Units', 'Alpha']}
        figures={[2, 3]}
        rows={reliability.map(({ variable, metric, units, alpha }) => [
          VARIABLES[variable],
          metric,
          formatNumber(units),
          alpha === null ? 'no estimate' : formatNumber(alpha, 2),
        ])}
      />
    </Section>
  );
}

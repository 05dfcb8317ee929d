import { formatNumber, formatPercent } from '@/components/format';
import { Section } from '@/components/section';
import { FINDING_WORDS } from '@/components/standing/finding-words';
import { VerdictMark } from '@/components/verdict-mark';
import { severityWeight } from '@/domain/compliance-index';
import type { Policy } from '@/domain/policy';
import type { FindingWord } from '@/domain/standing';
import classes from './method.module.css';
import { PlainTable } from './plain-table';
import { PolicyTable } from './policy-table';
import { indexExample } from './worked-index';

const WORDS: readonly FindingWord[] = [
  'VIOLATIONS_FOUND',
  'QUESTIONS_RAISED',
  'UNABLE_TO_CONCLUDE',
  'NO_INDICATION_LIMITED',
  'NO_INDICATION_BROAD',
];

function Year({ policy }: { readonly policy: Policy }) {
  const { lines, band, distribution } = indexExample(policy.values);
  return (
    <div className={classes.example}>
      <h3>Worked example: one party, one year</h3>
      <p>
        The index is <strong>{formatNumber(band.high)}</strong>, with a band from{' '}
        {formatNumber(band.low)} to {formatNumber(band.high)}. The point is the upper end: a state
        is presumed to comply, and what is pending or disputed never moves it. The chance of at
        least one violation is {formatPercent(1 - (distribution[0] ?? 1))}.
      </p>
      <PlainTable
        caption="Computed on this page by the engine: what each finding adds to the two ends"
        headers={[
          'Finding',
          'Belief',
          'Left open',
          'Severity',
          'Weight',
          'Factor',
          'Adds',
          'At most',
        ]}
        figures={[1, 2, 3, 4, 5, 6, 7]}
        rows={lines.map(({ finding, weight, low, high }) => [
          <VerdictMark key={finding.verdict} verdict={finding.verdict} word />,
          formatNumber(finding.b, 2),
          formatNumber(finding.u, 2),
          `${finding.severity}`,
          `${weight}`,
          `${finding.m}`,
          formatNumber(low, 2),
          formatNumber(high, 2),
        ])}
      />
    </div>
  );
}

/** Words before numbers: the finding word, then the index with its band. */
export function IndexPart({ policy }: { readonly policy: Policy }) {
  const severities = [1, 2, 3, 4, 5];
  return (
    <Section id="4" title="4 Words before numbers">
      <div className="prose">
        <p>
          The finding is a word with a reasoned record. The number beside it is supporting, always
          with its band, and never a rank where bands overlap. The word higher in this table wins.
        </p>
      </div>
      <PlainTable
        caption="Finding words, in their order of precedence"
        headers={['Word', 'What it says']}
        rows={WORDS.map((word) => [FINDING_WORDS[word].word, FINDING_WORDS[word].meaning])}
      />
      <div className="prose">
        <p>
          A violation weighs its belief times a weight that doubles with each step of severity
          {': '}
          {severities.map((step) => severityWeight(step, policy.values)).join(', ')}. The index
          falls with the weighted violations a year. Not looking is not innocence: where too little
          was monitored the word is “unable to conclude”. Whoever reports is never scored for
          reporting, and a state that discloses its own act is treated more mildly.
        </p>
        <p>
          The band says how sure the record is that these events count. How a party behaves as a
          rule is another question; with counts this small its uncertainty is huge, which is the
          reason not to rank.
        </p>
      </div>
      <PolicyTable policy={policy} section="4" />
      <Year policy={policy} />
    </Section>
  );
}

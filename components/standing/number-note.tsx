import Link from 'next/link';
import { formatNumber, formatPercent, formatRange } from '@/components/format';
import type { StandingLine } from '@/domain/standing-view';
import { FINDING_WORDS } from './finding-words';
import { standingFigure } from './headline';

/** What a party's number is made of, before the findings that made it. */
export function NumberNote({ line }: { readonly line: StandingLine }) {
  const { basis, vLow, vHigh, years } = line;
  const { word, meaning } = FINDING_WORDS[line.word];
  return (
    <>
      <p>
        <strong>{word}</strong>: {meaning}
      </p>
      <dl className="facts">
        <div>
          <dt>Standing</dt>
          <dd>{standingFigure(line) ?? 'unknown: under 30 days in force'}</dd>
        </div>
        <div>
          <dt>Weighted violations</dt>
          <dd>
            {vLow === null ? 'unknown' : `${formatNumber(vLow, 2)} found`}
            {vHigh === null ? '' : `, up to ${formatNumber(vHigh, 2)} with everything in doubt`}
          </dd>
        </div>
        <div>
          <dt>Time in force</dt>
          <dd>{formatNumber(years, 1)} years</dd>
        </div>
        <div>
          <dt>At least one violation</dt>
          <dd>
            {line.word === 'VIOLATIONS_FOUND'
              ? `${formatPercent(line.atLeastOne)} sure, of those found`
              : 'none found, which is not to say that there was none'}
          </dd>
        </div>
        {line.rate === null ? null : (
          <div>
            <dt>Violations a year</dt>
            <dd>
              {formatNumber(line.rate.mean, 2)} ({formatRange(line.rate.low, line.rate.high, 2)})
            </dd>
          </div>
        )}
        <div>
          <dt>Monitored</dt>
          <dd>
            {basis.monitored === null
              ? 'no record'
              : `${formatPercent(basis.monitored)} of the time`}
            ; {basis.sourceClasses} kinds of source
          </dd>
        </div>
        <div>
          <dt>Notifications answered</dt>
          <dd>
            {basis.notified === 0 ? 'none was sent' : `${basis.answered} of ${basis.notified}`}
          </dd>
        </div>
      </dl>
      <p>
        <Link href="/method#4">How these become the number</Link>
      </p>
    </>
  );
}

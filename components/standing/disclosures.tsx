import Link from 'next/link';
import { formatNumber, formatPercent, formatRange } from '@/components/format';
import type { StandingView } from '@/domain/standing-view';
import { standingFigure } from './headline';
import { useStateName } from './state-names';

/** "What is this number?" in plain words. */
export function ThisNumber({ view }: { readonly view: StandingView }) {
  return (
    <details>
      <summary>What is this number?</summary>
      <div className="prose">
        <p>
          100 means that no violation was found; it falls towards 0 as graver, surer and more
          frequent violations are found in the time the pact{' '}
          {view.pact.kind === 'hypothetical' ? 'would have bound' : 'bound'} the party. The number
          in front counts only what is found, because a party is presumed to comply. The lower end
          of the range also counts what is pending or disputed, and the doubt that remains about
          what was found. What nobody could be blamed for counts against nobody.
        </p>
        <p>
          The words weigh more than the number: the finding is a word with a reasoned record, and
          the number only supports it. <Link href="/method#4">How it is computed</Link>
        </p>
      </div>
    </details>
  );
}

/** "Why not rank them?": the bands, and how little so few events say about a rate. */
export function NotRanked({ view }: { readonly view: StandingView }) {
  const state = useStateName();
  const rated = view.standings.filter(({ rate }) => rate !== null).slice(0, 6);
  return (
    <details>
      <summary>Why not rank them?</summary>
      <div className="prose">
        <p>
          {view.overlapping
            ? 'Their ranges overlap: the record does not tell which of them did worse.'
            : 'Their ranges do not overlap, yet a handful of events says little about how a party will behave.'}{' '}
          Counts also depend on who was looking: a state that is watched closely shows more. Read as
          a yearly rate of violations, with nine chances in ten that the true rate lies inside:
        </p>
        <ul>
          {rated.map(({ party, rate, atLeastOne, ...line }) =>
            rate === null ? null : (
              <li key={party}>
                {state(party)}: {formatNumber(rate.mean, 2)} a year (
                {formatRange(rate.low, rate.high, 2)});{' '}
                {line.word === 'VIOLATIONS_FOUND'
                  ? `${formatPercent(atLeastOne)} sure that at least one of those found is one`
                  : 'none found, which is not to say that there was none'}
                ; standing {standingFigure(line) ?? 'unknown'}
              </li>
            ),
          )}
        </ul>
        <p>
          <Link href="/method#4">Two different uncertainties, kept apart</Link>
        </p>
      </div>
    </details>
  );
}

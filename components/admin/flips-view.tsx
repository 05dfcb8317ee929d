import Link from 'next/link';
import { VerdictMark } from '@/components/verdict-mark';
import { VERDICT_WORDS } from '@/components/verdict-words';
import type { PolicyFlip, PolicyFlips } from '@/domain/policy-proposal';
import { stateName } from '@/domain/states';
import classes from './admin.module.css';
import type { Preview } from './use-preview';

interface Props {
  readonly preview: Preview;
  readonly pacts: readonly { readonly id: string; readonly title: string }[];
}

/** Flips listed a pact; the number of all of them stands above. */
const LISTED = 100;

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const total = (results: readonly PolicyFlips[]) =>
  results.reduce((sum, { flips, beyond }) => sum + flips.length + beyond, 0);

function sentenceOf(results: readonly PolicyFlips[]): string {
  const turned = results.filter(({ flips, beyond }) => flips.length + beyond > 0);
  if (turned.length === 0) return 'It would turn no finding under any pact.';
  return `It would turn ${some(total(results), 'finding', 'findings')} under ${turned.length} of ${some(results.length, 'pact', 'pacts')}.`;
}

/** Which findings a change would turn, pact by pact. */
export function FlipsView({ preview, pacts }: Props) {
  if (preview.status === 'none') return null;
  if (preview.status === 'failed') return <p role="alert">{preview.words}</p>;
  const { status, results } = preview;
  const turned = results.filter(({ flips, beyond }) => flips.length + beyond > 0);
  return (
    <div className={classes.preview}>
      <p role="status" className={classes.outcome}>
        {status === 'running'
          ? `Scoring again under ${results.length} of ${pacts.length} pacts …`
          : sentenceOf(results)}
      </p>
      {status === 'running' ? <progress value={results.length} max={pacts.length} /> : null}
      {turned.map((result) => (
        <PactFlips
          key={result.pact}
          result={result}
          title={pacts.find(({ id }) => id === result.pact)?.title ?? result.pact}
        />
      ))}
    </div>
  );
}

function PactFlips({ result, title }: { readonly result: PolicyFlips; readonly title: string }) {
  const { counts, flips, beyond } = result;
  const moved = counts.filter(({ before, after }) => before !== after);
  return (
    <section className={classes.pact}>
      <h3 className={classes.name}>{title}</h3>
      <p className={classes.about}>
        {moved
          .map(({ verdict, before, after }) => `${VERDICT_WORDS[verdict]} ${before} → ${after}`)
          .join(' · ')}
      </p>
      <ul className={classes.flips}>
        {flips.slice(0, LISTED).map((flip) => (
          <Flip key={`${flip.incident} ${flip.clause} ${flip.accused}`} {...flip} />
        ))}
      </ul>
      {flips.length > LISTED ? (
        <p className={classes.about}>and {flips.length - LISTED} more</p>
      ) : null}
      {beyond === 0 ? null : (
        <p className={classes.about}>
          {flips.length === 0 ? '' : 'and '}
          {some(beyond, 'finding', 'findings')} of records that you may not read
        </p>
      )}
    </section>
  );
}

function Flip({ incident, title, clause, accused, from, to }: PolicyFlip) {
  return (
    <li>
      <Link href={`/incidents/${incident}`}>{title}</Link>, {stateName(accused)}, clause {clause}:{' '}
      <span className={classes.turn}>
        <VerdictMark verdict={from} word /> → <VerdictMark verdict={to} word />
      </span>
    </li>
  );
}

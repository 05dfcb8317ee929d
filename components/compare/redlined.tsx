import type { PairView } from '@/domain/lab/compare-view';
import { sameWords } from '@/domain/lab/compare-view';
import classes from './compare.module.css';
import { FieldChanges } from './field-changes';

const HOW = {
  id: '',
  reference: 'taken for the same by their reference',
  likeness: 'taken for the same by their words',
} as const;

function titleOf({ a, b }: PairView): string {
  if (a === null) return `Clause ${b?.id ?? ''} of B, not in A`;
  if (b === null) return `Clause ${a.id} of A, not in B`;
  return a.id === b.id ? `Clause ${a.id}` : `Clause ${a.id} of A, clause ${b.id} of B`;
}

function noteOf({ a, b, by, moved }: PairView): string {
  const parts = [
    ...(by === null || HOW[by] === '' ? [] : [HOW[by]]),
    ...(moved ? ['it stands elsewhere in B'] : []),
    ...(a !== null && b !== null && a.reference !== b.reference
      ? [`reference: ${a.reference} → ${b.reference}`]
      : [(a ?? b)?.reference ?? '']),
  ];
  return parts.join('; ');
}

/** Words as both sides have them: those of A struck out, those of B underlined. */
export function RedlinedText({ text }: Pick<PairView, 'text'>) {
  return (
    <p className={`clause-text ${classes.text}`}>
      {text.map(({ text: words, of }, at) => {
        // Runs have no name but their place.
        const key = `${at} ${of}`;
        if (of === 'a')
          return (
            <del key={key}>
              <span className="visually-hidden">[only A: </span>
              {words}
              <span className="visually-hidden">]</span>
            </del>
          );
        if (of === 'b')
          return (
            <ins key={key}>
              <span className="visually-hidden">[only B: </span>
              {words}
              <span className="visually-hidden">]</span>
            </ins>
          );
        return <span key={key}>{words}</span>;
      })}
    </p>
  );
}

const isChanged = (pair: PairView): boolean =>
  !sameWords(pair) || pair.moved || pair.changes.length > 0;

function Pair({ pair }: { readonly pair: PairView }) {
  const both = pair.a !== null && pair.b !== null;
  return (
    <li className={classes.pair}>
      <div>
        <h3 className={classes.pairTitle}>{titleOf(pair)}</h3>
        <RedlinedText text={pair.text} />
        <p className={classes.note}>{noteOf(pair)}</p>
      </div>
      <div>
        <h4 className={classes.pairTitle}>What is tested</h4>
        {both ? (
          <FieldChanges changes={pair.changes} none="The same test." />
        ) : (
          <p className="muted">{pair.a === null ? 'B alone asks this.' : 'A alone asks this.'}</p>
        )}
      </div>
    </li>
  );
}

/** Both texts as one, clause by clause, and beside each what its test asks otherwise. */
export function Redlined({ pairs }: { readonly pairs: readonly PairView[] }) {
  const changed = pairs.filter(isChanged);
  const same = pairs.filter((pair) => !isChanged(pair));
  return (
    <>
      {changed.length === 0 ? <p>Every clause reads and is tested the same.</p> : null}
      <ol className={classes.pairs}>
        {changed.map((pair) => (
          <Pair key={`${pair.a?.id} ${pair.b?.id}`} pair={pair} />
        ))}
      </ol>
      {same.length === 0 || changed.length === 0 ? null : (
        <details>
          <summary>
            {same.length === 1 ? '1 clause is the same' : `${same.length} clauses are the same`}
          </summary>
          <ol className={classes.pairs}>
            {same.map((pair) => (
              <Pair key={`${pair.a?.id} ${pair.b?.id}`} pair={pair} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

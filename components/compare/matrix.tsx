import { ScrollRegion } from '@/components/scroll-region';
import type { CompareView } from '@/domain/lab/compare-view';
import type { MatrixCell } from '@/domain/lab/meeting';
import { stateName } from '@/domain/states';
import { VERDICTS } from '@/domain/verdict';
import { cellFragment, numberFragment } from './cell';
import classes from './compare.module.css';
import { CountChange, MarkKey } from './count-change';

/** Most parties a table shows at once; of more, those whose findings change. */
const MANY = 6;

const changes = ({ a, b }: Pick<MatrixCell, 'a' | 'b'>): boolean =>
  VERDICTS.some(
    (verdict) => verdict !== 'NOT_COVERED' && (a?.[verdict] ?? 0) !== (b?.[verdict] ?? 0),
  );

/** The parties a table shows: all, or of many those with a change. */
export function shownParties({
  parties,
  matrix,
}: Pick<CompareView, 'parties' | 'matrix'>): string[] {
  const codes = parties.map(({ party }) => party);
  if (codes.length <= MANY) return codes;
  return codes.filter((_, at) =>
    matrix.some(({ cells }) => {
      const cell = cells[at];
      return cell !== undefined && changes(cell);
    }),
  );
}

const clauseWords = ({ a, b }: CompareView['pairs'][number]): string =>
  a === null
    ? `Clause ${b?.id ?? ''} of B`
    : b === null || a.id === b.id
      ? `Clause ${a.id}${b === null ? ' of A' : ''}`
      : `Clause ${a.id} of A, ${b.id} of B`;

/** What each clause finds of each party, under A and under B. */
export function Matrix({ view }: { readonly view: CompareView }) {
  const shown = shownParties(view);
  const left = view.parties.length - shown.length;
  const caption = 'Findings by clause and party, under A and under B';
  return (
    <>
      <MarkKey
        of={view.matrix.flatMap(({ cells }) =>
          cells.filter(({ party }) => shown.includes(party)).flatMap(({ a, b }) => [a, b]),
        )}
      />
      <ScrollRegion label={caption} className={classes.scroll}>
        <table className={classes.table}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Clause</th>
              {shown.map((party) => (
                <th key={party} scope="col">
                  {stateName(party)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.pairs.map((pair, at) => (
              <tr key={`${pair.a?.id} ${pair.b?.id}`}>
                <th scope="row">{clauseWords(pair)}</th>
                {shown.map((party) => {
                  const cell = view.matrix[at]?.cells.find((one) => one.party === party);
                  const lacking =
                    pair.a === null || pair.b === null ? 'no such clause' : 'no party';
                  return (
                    <td key={party}>
                      <CountChange
                        a={cell?.a ?? null}
                        b={cell?.b ?? null}
                        lacking={lacking}
                        of={`${clauseWords(pair)}, ${stateName(party)}`}
                        behind={{
                          both: (verdict) =>
                            `#${numberFragment({ pair: at, party, verdict, case: null })}`,
                        }}
                      />
                      {cell !== undefined && changes(cell) ? (
                        <a
                          className="small no-print"
                          href={`#${cellFragment({ pair: at, party })}`}
                        >
                          why?
                          <span className="visually-hidden">
                            {' '}
                            {clauseWords(pair)}, {stateName(party)}
                          </span>
                        </a>
                      ) : null}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {left === 0 ? null : (
        <p className="muted">
          {left === 1 ? '1 other party has' : `${left} other parties have`} the same findings under
          both.
        </p>
      )}
    </>
  );
}

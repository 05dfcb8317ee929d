import { formatNumber } from '@/components/format';
import { ScrollRegion } from '@/components/scroll-region';
import { FINDING_WORDS } from '@/components/standing/finding-words';
import { standingFigure } from '@/components/standing/headline';
import type { SideStanding } from '@/domain/lab/compare';
import type { CompareView } from '@/domain/lab/compare-view';
import { stateName } from '@/domain/states';
import { standingFragment } from './cell';
import classes from './compare.module.css';
import { CountChange, MarkKey } from './count-change';
import { shownParties } from './matrix';

/** The finding word and the index of a party on one side, in a line. */
export function standingWords(standing: SideStanding): string {
  if (standing === null) return 'no party';
  const figure = standingFigure(standing);
  const outside = standing.mode === 'compatibility' ? 'had it been bound: ' : '';
  return `${outside}${FINDING_WORDS[standing.word].word}, ${figure === null ? 'no index' : `index ${figure}`}, ${formatNumber(standing.years, 1)} years`;
}

/** How each party would stand: one finding per incident, the gravest. */
export function Parties({ view }: { readonly view: CompareView }) {
  const shown = new Set(shownParties(view));
  const caption = 'How each party would stand, under A and under B';
  return (
    <>
      <MarkKey
        of={view.parties
          .filter(({ party }) => shown.has(party))
          .flatMap(({ a, b }) => [a?.counts ?? null, b?.counts ?? null])}
      />
      <ScrollRegion label={caption} className={classes.scroll}>
        <table className={classes.table}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Party</th>
              <th scope="col">Under A</th>
              <th scope="col">Under B</th>
              <th scope="col">Incidents by their gravest finding</th>
            </tr>
          </thead>
          <tbody>
            {view.parties
              .filter(({ party }) => shown.has(party))
              .map(({ party, a, b }) => (
                <tr key={party}>
                  <th scope="row">{stateName(party)}</th>
                  <td>{standingWords(a)}</td>
                  <td>{standingWords(b)}</td>
                  <td>
                    <CountChange
                      a={a?.counts ?? null}
                      b={b?.counts ?? null}
                      lacking="no party"
                      of={stateName(party)}
                      behind={{
                        each: (verdict, side) =>
                          `#${standingFragment({ side, party, verdict, case: null })}`,
                      }}
                    />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

import { Text } from '@react-pdf/renderer';
import { standingWords } from '@/components/compare/parties';
import { printable } from '@/components/pdf/printable';
import type { CompareView } from '@/domain/lab/compare-view';
import { stateName } from '@/domain/states';
import { cellWords } from './brief-lines';
import { MOST, More, Row, styles } from './brief-parts';

const clauseWords = ({ a, b }: CompareView['pairs'][number]): string =>
  a === null
    ? `Clause ${b?.id ?? ''} of B`
    : b === null
      ? `Clause ${a.id} of A`
      : a.id === b.id
        ? `Clause ${a.id}`
        : `Clauses ${a.id}, ${b.id}`;

const changed = ({ a, b }: CompareView['parties'][number]): boolean =>
  cellWords(a?.counts ?? null, b?.counts ?? null).includes('→');

/** Findings by clause and party under both sides, then how each party would stand. */
export function Matrix({ view }: { readonly view: CompareView }) {
  const ranked = [...view.parties].sort((x, y) => Number(changed(y)) - Number(changed(x)));
  const shown = ranked.slice(0, MOST.parties);
  const left = view.parties.length - shown.length;
  const rows = view.pairs.slice(0, MOST.clauses);
  return (
    <>
      <Text style={styles.heading}>Findings under A → B: v violations, p pending, d disputed</Text>
      <Row>
        <Text style={styles.where}> </Text>
        {shown.map(({ party }) => (
          <Text key={party} style={styles.what}>
            {printable(stateName(party))}
          </Text>
        ))}
      </Row>
      {rows.map((pair, at) => (
        <Row key={`${pair.a?.id} ${pair.b?.id}`}>
          <Text style={styles.where}>{printable(clauseWords(pair))}</Text>
          {shown.map(({ party }) => {
            const cell = view.matrix[at]?.cells.find((found) => found.party === party);
            return (
              <Text key={party} style={styles.what}>
                {printable(cellWords(cell?.a ?? null, cell?.b ?? null))}
              </Text>
            );
          })}
        </Row>
      ))}
      <More left={view.pairs.length - rows.length} what="clause" />
      <Row>
        <Text style={styles.where}>Whole pact</Text>
        {shown.map(({ party, a, b }) => (
          <Text key={party} style={styles.what}>
            {printable(cellWords(a?.counts ?? null, b?.counts ?? null))}
          </Text>
        ))}
      </Row>
      {(['a', 'b'] as const).map((side) => (
        <Row key={side}>
          <Text style={styles.where}>{`Under ${side.toUpperCase()}`}</Text>
          {shown.map((party) => (
            <Text key={party.party} style={styles.what}>
              {printable(standingWords(party[side]))}
            </Text>
          ))}
        </Row>
      ))}
      {left > 0 ? (
        <Text style={styles.note}>{`and ${left} more ${left === 1 ? 'party' : 'parties'}`}</Text>
      ) : null}
    </>
  );
}

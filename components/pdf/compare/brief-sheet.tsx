import { StyleSheet, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { standingWords } from '@/components/compare/parties';
import { isHypothetical, sideWords } from '@/components/compare/side-words';
import { formatDated, formatDay } from '@/components/format';
import { SERIF } from '@/components/pdf/fonts';
import { printable } from '@/components/pdf/printable';
import { INK } from '@/components/pdf/report/ink';
import { Sheet } from '@/components/pdf/sheet';
import { VERDICT_WORDS } from '@/components/verdict-words';
import { type CaseFlip, type FoundBySide, foundWords } from '@/domain/lab/case-flip';
import type { CompareView, SideHead } from '@/domain/lab/compare-view';
import { stateName } from '@/domain/states';
import { briefLines, cellWords } from './brief-lines';

/** Rows that one page holds of each part; what is left is counted. */
const MOST = { lines: 9, clauses: 8, parties: 3, flips: 9 } as const;

const one = { maxLines: 1, textOverflow: 'ellipsis' } as const;

const styles = StyleSheet.create({
  heading: {
    ...{ fontFamily: SERIF, fontWeight: 'bold', fontSize: 10, marginTop: 8, marginBottom: 2 },
    ...{ borderTop: `0.75pt solid ${INK.rule}`, paddingTop: 4 },
  },
  sentence: { fontFamily: SERIF, fontSize: 10.5, lineHeight: 1.3, marginVertical: 4, maxLines: 4 },
  side: { fontSize: 8, lineHeight: 1.3, maxLines: 2, textOverflow: 'ellipsis' },
  row: { flexDirection: 'row', borderBottom: `0.5pt solid ${INK.hairline}`, paddingVertical: 1 },
  where: { ...one, width: 78, fontSize: 7.5, color: INK.muted, paddingRight: 6 },
  what: { ...one, flex: 1, fontSize: 7.5, paddingRight: 6 },
  incident: { ...one, flex: 1, fontSize: 7.5, paddingRight: 6 },
  short: { ...one, width: 62, fontSize: 7.5, paddingRight: 6 },
  found: { ...one, flex: 1.25, fontSize: 7, paddingRight: 6 },
  note: { ...one, fontSize: 7.5, color: INK.muted },
  small: { fontSize: 7, lineHeight: 1.3, maxLines: 2, textOverflow: 'ellipsis' },
});

function Row({ children }: { readonly children: ReactNode }) {
  return <View style={styles.row}>{children}</View>;
}

function More({ left, what }: { readonly left: number; readonly what: string }) {
  return left <= 0 ? null : (
    <Text style={styles.note}>{`and ${left} more ${what}${left === 1 ? '' : 's'}`}</Text>
  );
}

function Changes({ view }: { readonly view: CompareView }) {
  const lines = briefLines(view);
  return (
    <>
      <Text style={styles.heading}>Words and numbers that differ</Text>
      {lines.length === 0 ? <Text style={styles.note}>None.</Text> : null}
      {lines.slice(0, MOST.lines).map(({ where, what }) => (
        <Row key={`${where} ${what}`}>
          <Text style={styles.where}>{printable(where)}</Text>
          <Text style={styles.what}>{printable(what)}</Text>
        </Row>
      ))}
      <More left={lines.length - MOST.lines} what="difference" />
    </>
  );
}

const changed = ({ a, b }: CompareView['parties'][number]): boolean =>
  cellWords(a?.counts ?? null, b?.counts ?? null).includes('→');

function Matrix({ view }: { readonly view: CompareView }) {
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
          <Text style={styles.where}>
            {printable(`Clause ${pair.a === null ? `${pair.b?.id} of B` : pair.a.id}`)}
          </Text>
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

const foundLine = (found: FoundBySide): string =>
  found.verdict === null
    ? foundWords(found)
    : `${VERDICT_WORDS[found.verdict]} (${found.rule}: ${foundWords(found)})`;

function Flip({ flip }: { readonly flip: CaseFlip }) {
  return (
    <Row>
      <Text style={styles.incident}>
        {printable(`${formatDated(flip.started)}: ${flip.title}`)}
      </Text>
      <Text style={styles.short}>
        {printable(`${flip.clauseA ?? flip.clauseB}, ${stateName(flip.accused)}`)}
      </Text>
      <Text style={styles.found}>{printable(`A: ${foundLine(flip.a)}`)}</Text>
      <Text style={styles.found}>{printable(`B: ${foundLine(flip.b)}`)}</Text>
    </Row>
  );
}

function FlipList({ view }: { readonly view: CompareView }) {
  const rows = view.flips.slice(0, MOST.flips);
  const left = view.flipCount - rows.length;
  return (
    <>
      <Text style={styles.heading}>The gravest findings that turn</Text>
      {rows.length === 0 ? <Text style={styles.note}>None turns.</Text> : null}
      {rows.map((flip) => (
        <Flip key={`${flip.incident} ${flip.pair} ${flip.accused}`} flip={flip} />
      ))}
      {left > 0 ? <Text style={styles.note}>{`and ${left} more, see CSV`}</Text> : null}
    </>
  );
}

function Beside({ letter, side }: { readonly letter: string; readonly side: SideHead }) {
  const { R0, R2, R3 } = side.undecidable;
  const words = `${letter}: ${R0 + R2 + R3} not decided by the record (${R0} want a fact, ${R2} to be verified, ${R3} never verified). ${side.symmetry ?? 'Too many incidents to exchange the parties.'}`;
  return <Text style={styles.small}>{printable(words)}</Text>;
}

function Proof({ view }: { readonly view: CompareView }) {
  const { a, b, policy, engine, corpus, asOf } = view;
  const name = ({ id, version, unsaved }: SideHead): string =>
    `${id}, version ${version}${unsaved ? ', unsaved variant of it' : ''}`;
  const facts = [
    ['A', name(a)],
    ['SHA-256, text of A', a.textHash],
    ['B', name(b)],
    ['SHA-256, text of B', b.textHash],
    ['Policy, engine', `${policy}, ${engine}`],
    [
      'Corpus',
      `${corpus.version}, ${corpus.incidents} incidents, compiled ${formatDay(corpus.compiledOn)}; as of ${formatDay(asOf)}`,
    ],
  ] as const;
  return (
    <>
      <Text style={styles.heading}>Versions and hashes</Text>
      {facts.map(([label, value]) => (
        <Row key={label}>
          <Text style={styles.where}>{label}</Text>
          <Text style={styles.what}>{printable(value)}</Text>
        </Row>
      ))}
    </>
  );
}

const LONG = 110;

/** A side with as much of its title as leaves room for version and day. */
const named = (side: SideHead): SideHead =>
  side.title.length <= LONG ? side : { ...side, title: `${side.title.slice(0, LONG - 1)}…` };

/** Two pacts compared on one page, whatever they are: what does not fit is counted. */
export function BriefSheet({ view }: { readonly view: CompareView }) {
  const { a, b, policy, engine, corpus, asOf } = view;
  const unsaved = [a, b].some((side) => side.unsaved);
  const stamp = [
    ...(isHypothetical(view) ? ['HYPOTHETICAL'] : []),
    ...(unsaved ? ['an unsaved variant cannot be signed'] : []),
  ].join(' · ');
  return (
    <Sheet
      title="Two pacts compared"
      stamp={stamp === '' ? null : stamp}
      foot={`Corpus ${corpus.version} · policy ${policy} · engine ${engine} · as of ${formatDay(asOf)}`}
      onePage
    >
      <Text style={styles.side}>{printable(`A: ${sideWords(named(a))}`)}</Text>
      <Text style={styles.side}>{printable(`B: ${sideWords(named(b))}`)}</Text>
      <Text style={styles.sentence}>{printable(view.sentence)}</Text>
      <Changes view={view} />
      <Matrix view={view} />
      <FlipList view={view} />
      <Text style={styles.heading}>Not decided, and the parties exchanged</Text>
      <Beside letter="A" side={a} />
      <Beside letter="B" side={b} />
      <Proof view={view} />
    </Sheet>
  );
}

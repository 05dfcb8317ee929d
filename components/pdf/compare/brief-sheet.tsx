import { Text } from '@react-pdf/renderer';
import { isHypothetical, isUnsaved, savedWords, sideWords } from '@/components/compare/side-words';
import { formatDay } from '@/components/format';
import { printable } from '@/components/pdf/printable';
import { Sheet } from '@/components/pdf/sheet';
import { VERDICT_WORDS } from '@/components/verdict-words';
import { type CaseFlip, type FoundBySide, foundWords } from '@/domain/lab/case-flip';
import type { CompareView, SideHead } from '@/domain/lab/compare-view';
import { stateName } from '@/domain/states';
import { briefLines } from './brief-lines';
import { Matrix } from './brief-matrix';
import { MOST, More, Row, styles } from './brief-parts';

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

const foundLine = (found: FoundBySide): string =>
  found.verdict === null
    ? foundWords(found)
    : `${VERDICT_WORDS[found.verdict]} (${found.rule}: ${foundWords(found)})`;

function Flip({ flip }: { readonly flip: CaseFlip }) {
  return (
    <Row>
      <Text style={styles.incident}>{printable(flip.title)}</Text>
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
  const name = (side: SideHead): string => `${side.id}, ${savedWords(side)}`;
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
  const stamp = [
    ...(isHypothetical(view) ? ['HYPOTHETICAL'] : []),
    ...([a, b].some(isUnsaved) ? ['what nobody saved cannot be signed'] : []),
  ].join(' · ');
  return (
    <Sheet
      title="Two pacts compared"
      tlp={view.tlp}
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

import { EmptyState } from '@/components/empty-state';
import { countOf, formatDated } from '@/components/format';
import { Section } from '@/components/section';
import { type CaseFlip, type FoundBySide, foundWords } from '@/domain/lab/case-flip';
import { type CompareView, FLIPS_SHOWN, type SideHead } from '@/domain/lab/compare-view';
import { stateName } from '@/domain/states';
import classes from './compare.module.css';
import { type FlipLine, Flips, type Said } from './flips';
import { Matrix } from './matrix';
import { NumberPanel, StandingPanel } from './number-panel';
import { Parties } from './parties';
import { sourcesLine } from './side-words';

interface Props {
  readonly view: CompareView;
  readonly query: string;
}

const saidOf = (found: FoundBySide): Said => ({
  verdict: found.verdict,
  rule: found.verdict === null ? null : found.rule,
  words: foundWords(found),
});

const lineOf = ({ incident, title, started, pair, accused, ...flip }: CaseFlip): FlipLine => ({
  ...{ incident, title, pair, accused, who: stateName(accused), began: formatDated(started) },
  day: started.date,
  key: `${incident} ${pair} ${accused}`,
  party: flip.party,
  ...{ clauseA: flip.clauseA, clauseB: flip.clauseB, a: saidOf(flip.a), b: saidOf(flip.b) },
});

function Undecidable({ letter, side }: { readonly letter: string; readonly side: SideHead }) {
  const { R0, R2, R3 } = side.undecidable;
  return (
    <li>
      <strong>{letter}</strong>:{' '}
      {R0 + R2 + R3 === 0
        ? 'nothing is left undecided.'
        : `${countOf(R0 + R2 + R3, 'finding')} the record does not decide: ${R0} for want of a fact, ${R2} while the occurrence may still be verified, ${R3} whose occurrence was never verified.`}
    </li>
  );
}

function Symmetry({ letter, side }: { readonly letter: string; readonly side: SideHead }) {
  return (
    <li>
      <strong>{letter}</strong>:{' '}
      {side.symmetry ?? 'too many incidents name the two parties to exchange them at once.'}
    </li>
  );
}

function FlipSection({ view, query }: Props) {
  const sources = sourcesLine(view);
  const { flips, flipCount } = view;
  return (
    <Section
      id="flips"
      title="Flips"
      note={
        flips.length < flipCount
          ? `The ${FLIPS_SHOWN} gravest of ${flipCount}; the CSV has all.`
          : 'What A and B judge otherwise, the gravest first. Each opens both traces.'
      }
      sources={sources}
    >
      {flips.length === 0 ? (
        <EmptyState title="No finding turns">
          On this record both find the same in every incident. Choose another day, or let an
          incident be logged that tells them apart.
        </EmptyState>
      ) : (
        <Flips flips={flips.map(lineOf)} query={query} />
      )}
    </Section>
  );
}

/** What B in place of A would find otherwise. */
export function Consequences({ view, query }: Props) {
  const sources = sourcesLine(view);
  return (
    <>
      <Section
        id="parties"
        title="How the parties would stand"
        note="One finding per incident and accused state, the gravest. Both numbers, then the change. Each number opens the findings behind it."
        sources={sources}
      >
        <Parties view={view} />
        <StandingPanel query={query} />
      </Section>
      <Section
        id="matrix"
        title="Party by clause"
        note="One finding for each incident, clause and accused state. Each number opens the findings behind it."
        sources={sources}
      >
        <Matrix view={view} />
        <NumberPanel
          query={query}
          pairs={view.pairs.map(({ a, b }) => ({ a: a?.id ?? null, b: b?.id ?? null }))}
        />
      </Section>
      <FlipSection view={view} query={query} />
      <Section id="undecidable" title="What the record does not decide" sources={sources}>
        <ul className={classes.lines}>
          <Undecidable letter="A" side={view.a} />
          <Undecidable letter="B" side={view.b} />
        </ul>
      </Section>
      <Section
        id="symmetry"
        title="The parties exchanged"
        note="Each side judged again with its two parties changed places in the record."
        sources={sources}
      >
        <ul className={classes.lines}>
          <Symmetry letter="A" side={view.a} />
          <Symmetry letter="B" side={view.b} />
        </ul>
      </Section>
    </>
  );
}

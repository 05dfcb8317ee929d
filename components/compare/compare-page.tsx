import Link from 'next/link';
import { EmptyState } from '@/components/empty-state';
import { countOf, formatDated } from '@/components/format';
import { HypotheticalStamp } from '@/components/hypothetical-stamp';
import { PageHead } from '@/components/incident/page-head';
import { Section } from '@/components/section';
import { type CaseFlip, type FoundBySide, foundWords } from '@/domain/lab/case-flip';
import { type CompareAddress, compareQuery } from '@/domain/lab/compare-address';
import { type CompareView, FLIPS_SHOWN, type SideHead } from '@/domain/lab/compare-view';
import type { Change } from '@/domain/lab/variant';
import { stateName } from '@/domain/states';
import { Choosers } from './choosers';
import classes from './compare.module.css';
import { FieldChanges } from './field-changes';
import { type FlipLine, Flips, type Said } from './flips';
import { Matrix } from './matrix';
import type { SideOption } from './options';
import { Parties } from './parties';
import { Redlined } from './redlined';
import { isHypothetical, sideWords, sourcesLine } from './side-words';

const saidOf = (found: FoundBySide): Said => ({
  verdict: found.verdict,
  rule: found.verdict === null ? null : found.rule,
  words: foundWords(found),
});

const lineOf = ({ incident, title, started, pair, accused, ...flip }: CaseFlip): FlipLine => ({
  ...{ incident, title, accused, who: stateName(accused), began: formatDated(started) },
  key: `${incident} ${pair} ${accused}`,
  ...{ clauseA: flip.clauseA, clauseB: flip.clauseB, a: saidOf(flip.a), b: saidOf(flip.b) },
});

function Undecidable({ letter, side }: { readonly letter: string; readonly side: SideHead }) {
  const { R0, R2, R3 } = side.undecidable;
  return (
    <li>
      <strong>{letter}</strong>: {countOf(R0 + R2 + R3, 'finding')} the record does not decide: {R0}{' '}
      for want of a fact, {R2} while the occurrence may still be verified, {R3} whose occurrence was
      never verified.
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

function Taking({ view, query }: { readonly view: CompareView; readonly query: string }) {
  return (
    <p className={`${classes.take} no-print`}>
      <a href={`/api/v1/lab/compare/brief?${query}`} download>
        One-page brief (PDF)
      </a>
      <a href={`/api/v1/lab/compare/flips?${query}`} download>
        All {view.flipCount} flips (CSV)
      </a>
      <Link href={`/lab/compare?${query}`}>Link to this comparison</Link>
    </p>
  );
}

function Consequences({ view, query }: { readonly view: CompareView; readonly query: string }) {
  const sources = sourcesLine(view);
  const { flips, flipCount } = view;
  return (
    <>
      <Section
        id="parties"
        title="How the parties would stand"
        note="One finding per incident and accused state, the gravest. Both numbers, then the change."
        sources={sources}
      >
        <Parties view={view} />
      </Section>
      <Section
        id="matrix"
        title="Party by clause"
        note="One finding for each incident, clause and accused state."
        sources={sources}
      >
        <Matrix view={view} />
      </Section>
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

interface Props {
  readonly asked: CompareAddress;
  readonly options: readonly SideOption[];
  readonly moved: Record<'a' | 'b', readonly { readonly change: Change; readonly words: string }[]>;
  /** Its flips at most `FLIPS_SHOWN`. */
  readonly view: CompareView;
  readonly withheld: number;
}

/** Two pacts by what they say and by what they find. */
export function ComparePage({ asked, options, moved, view, withheld }: Props) {
  const query = compareQuery(asked).toString();
  return (
    <>
      <PageHead
        title="Compare two pacts"
        above={<Link href="/lab">Lab</Link>}
        beside={isHypothetical(view) ? <HypotheticalStamp /> : null}
      >
        <p>
          By their words, and by what each finds in the same record on the same day. What nobody
          saved says so and cannot be signed.
        </p>
      </PageHead>
      <Choosers asked={asked} options={options} moved={moved} />
      <p className="muted">
        A: {sideWords(view.a)}.<br />
        B: {sideWords(view.b)}.
      </p>
      {view.identical ? (
        <EmptyState title={view.sentence}>
          Choose another pact or version on one side, assume another entry into force, or move a
          number: what that turns stands here at once.
        </EmptyState>
      ) : (
        <>
          <p className={classes.sentence}>{view.sentence}</p>
          {withheld === 0 ? null : (
            <p className="muted">
              {countOf(withheld, 'record')} that you still have to code{' '}
              {withheld === 1 ? 'is' : 'are'} left out.
            </p>
          )}
          <Taking view={view} query={query} />
          <Consequences view={view} query={query} />
        </>
      )}
      <Section
        id="text"
        title="What they say"
        note="Words of A alone are struck out, words of B alone underlined. Beside each clause: what its test asks otherwise."
      >
        <FieldChanges
          changes={view.changes}
          none="Parties, entry into force, end and notice are the same."
        />
        <Redlined pairs={view.pairs} />
      </Section>
    </>
  );
}

import Link from 'next/link';
import { EmptyState } from '@/components/empty-state';
import { countOf } from '@/components/format';
import { HypotheticalStamp } from '@/components/hypothetical-stamp';
import { PageHead } from '@/components/incident/page-head';
import { PrintMarking } from '@/components/print-marking';
import { Section } from '@/components/section';
import { type CompareAddress, compareQuery } from '@/domain/lab/compare-address';
import type { CompareView } from '@/domain/lab/compare-view';
import { Choosers } from './choosers';
import classes from './compare.module.css';
import { Consequences } from './consequences';
import { FieldChanges } from './field-changes';
import type { Choosable, SideFacts } from './options';
import { Redlined } from './redlined';
import { isHypothetical, isUnsaved, sideWords } from './side-words';

function Taking({ view, query }: { readonly view: CompareView; readonly query: string }) {
  return (
    <p className={`${classes.take} no-print`}>
      <a href={`/api/v1/lab/compare/brief?${query}`} download>
        One-page brief (PDF)
      </a>
      <a href={`/api/v1/lab/compare/flips?${query}`} download>
        {view.flipCount === 1 ? 'The one flip' : `All ${view.flipCount} flips`} (CSV)
      </a>
      <Link href={`/lab/compare?${query}`}>Link to this comparison</Link>
    </p>
  );
}

interface Props {
  readonly asked: CompareAddress;
  readonly options: Choosable;
  readonly facts: Record<'a' | 'b', SideFacts>;
  /** Its flips at most `FLIPS_SHOWN`. */
  readonly view: CompareView;
  readonly withheld: number;
}

/** Two pacts by what they say and by what they find. */
export function ComparePage({ asked, options, facts, view, withheld }: Props) {
  const query = compareQuery(asked).toString();
  return (
    <>
      <PrintMarking tlp={view.tlp} />
      <PageHead
        title="Compare two pacts"
        above={<Link href="/lab">Lab</Link>}
        beside={isHypothetical(view) ? <HypotheticalStamp /> : null}
      >
        <p>By their words, and by what each finds in the same record on the same day.</p>
      </PageHead>
      <Choosers asked={asked} options={options} facts={facts} />
      <p className="muted">
        A: {sideWords(view.a)}.<br />
        B: {sideWords(view.b)}.
      </p>
      {[view.a, view.b].some(isUnsaved) ? (
        <p>
          <strong>Not saved as a version: nothing found here can be signed.</strong>
        </p>
      ) : null}
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
      <PrintMarking tlp={view.tlp} />
    </>
  );
}

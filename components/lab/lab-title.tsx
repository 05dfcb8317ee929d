'use client';

import Link from 'next/link';
import { memo } from 'react';
import { HypotheticalStamp } from '@/components/hypothetical-stamp';
import { FINDING_WORDS } from '@/components/standing/finding-words';
import {
  hasFindings,
  opening,
  partySentence,
  plain,
  standingFigure,
} from '@/components/standing/headline';
import { useStateName } from '@/components/standing/state-names';
import type { LabLine } from '@/domain/lab/figures';
import type { ViewHead } from '@/domain/standing-view';
import classes from './lab.module.css';

interface Props {
  readonly head: ViewHead;
  /** The draft that is looked at; null: a version of a pact. */
  readonly draft: string | null;
  /** It was never in force as it stands. */
  readonly isHypothetical: boolean;
  /** Entry into force as the thumb has it; null: as in the head. */
  readonly from: string | null;
  readonly before: readonly LabLine[];
  readonly after: readonly LabLine[];
  /** The parties that the pictures draw. */
  readonly drawn: readonly string[];
}

/** Parties whose sentences are set; of more, those that are drawn and have findings. */
const FEW = 4;

function Line({
  line,
  was,
  head,
}: {
  readonly line: LabLine;
  readonly was: LabLine | undefined;
  readonly head: ViewHead;
}) {
  const state = useStateName();
  const told = { ...line, word: line.word ?? 'QUESTIONS_RAISED' };
  const before = was === undefined ? null : standingFigure(was);
  const moved = before !== standingFigure(line);
  return (
    <li className={classes.line}>
      <p className={classes.sentence}>
        {plain(partySentence(told, state(line.party), head))}
        {moved ? (
          <span className={classes.before}> As in the text: {before ?? 'no number'}.</span>
        ) : null}
      </p>
      <p className={classes.word}>
        {line.word === null ? (
          'Whether enough was looked for is known once the slider is let go.'
        ) : (
          <>
            <strong>{FINDING_WORDS[line.word].word}</strong>: {FINDING_WORDS[line.word].meaning}
          </>
        )}
      </p>
    </li>
  );
}

/** The answer first, following the thumb: had this accord been in force, each party would stand at so much. */
export const LabTitle = memo(function LabTitle(props: Props) {
  const { head, draft, isHypothetical, from, before, after, drawn } = props;
  const { pact } = head;
  const span = pact.inForce;
  const shown = from === null || span === null ? pact : { ...pact, inForce: { ...span, from } };
  const lines =
    after.length <= FEW
      ? after
      : after.filter((line) => drawn.includes(line.party) && hasFindings(line));
  return (
    <header className={classes.title}>
      <p className={classes.pact}>
        <Link href={draft === null ? `/pacts/${pact.id}` : `/pacts/drafts/${draft}`}>
          {pact.title}
        </Link>
        {isHypothetical ? <HypotheticalStamp /> : null}
        {draft === null ? null : <strong>Draft, not saved as a version</strong>}
      </p>
      <h1 className={classes.opening}>{opening({ pact: shown })}</h1>
      <ul className={classes.lines}>
        {lines.map((line) => (
          <Line
            key={line.party}
            line={line}
            was={before.find(({ party }) => party === line.party)}
            head={head}
          />
        ))}
      </ul>
      {lines.length === 0 ? (
        <p className={classes.sentence}>no party has a violation, a pending or a disputed case.</p>
      ) : lines.length < after.length ? (
        <p className="muted">{after.length - lines.length} more parties are in the tables below.</p>
      ) : null}
    </header>
  );
});

'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { VerdictPatterns } from '@/components/charts/verdict-patterns';
import { StandingError } from '@/components/standing/states';
import type { LabAnswer } from '@/domain/lab/answer';
import { changeWords } from '@/domain/lab/change-words';
import type { Span } from '@/domain/lab/span';
import { effective } from '@/domain/lab/variant';
import type { Pact } from '@/domain/pact';
import { columnsAddress, flipsFile, type LabPact, labQuery, labQueryOptions } from './api';
import { BandsChart } from './bands-chart';
import { ClauseTable } from './clause-table';
import { ColumnsNote } from './columns-note';
import { CurveChart } from './curve-chart';
import { useCurvePlaces } from './curve-places';
import { drawnParties } from './drawn';
import { FlipsSection } from './flips-section';
import classes from './lab.module.css';
import { type LabFrame, LabFrameProvider } from './lab-frame';
import { labSources } from './lab-sources';
import { LabStrip } from './lab-strip';
import { LabTitle } from './lab-title';
import { AS_IN_THE_TEXT, type Grab, type Moved, movedText } from './params';
import { PartiesChart } from './parties-chart';
import { Scenarios } from './scenarios';
import { SliderPanel } from './slider-panel';
import { useCounted } from './use-counted';
import { useLab, useShown } from './use-lab';
import { useAsked } from './use-number';
import { VariantBar } from './variant-bar';

interface Props {
  readonly base: Pact;
  readonly pact: LabPact;
  readonly span: Span;
  readonly isSignedIn: boolean;
  /** Who drafts pacts may make a draft of a variant. */
  readonly mayDraft: boolean;
}

/** Milliseconds of quiet after which the server is asked although a thumb is still held. */
const QUIET = 150;

/** The variant that the server is asked of: at once when it is let go, after a while of quiet when held. */
function useAskedOf(moved: Moved, isHeld: boolean): Moved {
  const [asked, setAsked] = useState(moved);
  const text = movedText(moved);
  useEffect(() => {
    if (movedText(asked) === text) return;
    if (!isHeld) {
      setAsked(moved);
      return;
    }
    const timer = setTimeout(() => setAsked(moved), QUIET);
    return () => clearTimeout(timer);
  }, [asked, moved, text, isHeld]);
  return asked;
}

/** What the server says of a variant; where it does not answer, what it said of the one before. */
function useAnswer(pact: LabPact, asked: Moved) {
  const { data, isError, isPlaceholderData, refetch } = useQuery({
    ...labQueryOptions(pact, asked),
    placeholderData: keepPreviousData,
  });
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  return { answer: data ?? last, isError, isBusy: isPlaceholderData, refetch };
}

/** The address of the columns; another one only when the server counts from others. */
function useColumnsAddress(pact: LabPact, kept: Moved, answer: LabAnswer | undefined): string {
  const wanted = columnsAddress(pact, kept.asOf);
  const held = useRef({ address: wanted, tag: answer?.columns });
  if (answer !== undefined && answer.columns !== held.current.tag)
    held.current = { address: wanted, tag: answer.columns };
  return held.current.address;
}

/** A pact that no state was ever bound by: a proposal, a draft, a variant that nobody saved. */
const neverInForce = ({ head, unsaved }: LabAnswer, { draft }: LabPact): boolean =>
  head.pact.kind === 'hypothetical' || unsaved || draft !== null;

function frameOf(
  answer: LabAnswer,
  { base, pact }: Pick<Props, 'base' | 'pact'>,
  asked: Moved,
): LabFrame {
  const { head } = answer;
  return {
    pact: head.pact.title,
    stamp: neverInForce(answer, pact) ? 'HYPOTHETICAL' : null,
    sources: labSources(head, { base, changes: answer.changes, unsaved: answer.unsaved }),
    full: [
      { label: 'Every finding that turns (CSV)', href: flipsFile(pact, asked, 'csv') },
      { label: 'Every finding that turns (JSON)', href: flipsFile(pact, asked, 'json') },
    ],
  };
}

/** The lab: numbers of a pact on sliders, and what the record makes of them, following the thumb. */
export function Lab(props: Props) {
  const { base, pact, span, isSignedIn, mayDraft } = props;
  const lab = useLab();
  const { moved, kept, isHeld, move, settle, put } = lab;
  const shown = useShown();
  const { curve: grab, draw } = shown;
  const asked = useAskedOf(moved, isHeld);
  const { answer, isError, isBusy, refetch } = useAnswer(pact, asked);
  const address = useColumnsAddress(pact, kept, answer);
  const [first] = useState(() => firstGrab(base, kept));
  const drawn = grab ?? first;
  const counted = useCounted({ address, base, moved, drawn, span, answer });
  const frame = useMemo(
    () => (answer === undefined ? null : frameOf(answer, { base, pact }, asked)),
    [answer, base, pact, asked],
  );
  const { number, panels, onNumber, onFlip, flip } = useAsked(shown, pact, asked);
  const onReset = useCallback(() => put(AS_IN_THE_TEXT), [put]);
  const places = useCurvePlaces({ curve: counted.curve, base, moved, span });
  const parties = useMemo(
    () => (answer === undefined ? [] : drawnParties(answer.before.lines, answer.after.lines)),
    [answer],
  );
  if (answer === undefined || frame === null)
    return (
      <StandingError
        title="The variant could not be computed"
        onRetry={() => void refetch()}
        pact={pact.pact}
      />
    );
  const { before, after } = counted;
  const own = span.from?.own ?? null;
  const unsaved =
    effective(base, moved.changes).length > 0 || (moved.from !== null && moved.from !== own);
  return (
    <LabFrameProvider value={frame}>
      <VerdictPatterns />
      <LabTitle
        head={answer.head}
        draft={pact.draft}
        isHypothetical={neverInForce(answer, pact) || unsaved}
        from={moved.from ?? own}
        before={before.lines}
        after={after.lines}
        drawn={parties}
      />
      <VariantBar
        {...{ base, pact, moved, unsaved, onReset, mayDraft }}
        undo={lab.undo}
        redo={lab.redo}
      />
      <Scenarios
        isSignedIn={isSignedIn}
        query={labQuery(pact, kept)}
        suggested={suggestedName(base, kept)}
      />
      <ColumnsNote columns={counted.columns} />
      {isError ? (
        <p role="alert" className={classes.note}>
          The server did not answer for this variant; what turns is that of the one before.{' '}
          <button type="button" className="link-button" onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      ) : null}
      <LabStrip lines={after.lines} drawn={parties} />
      <div className={classes.desk}>
        <div className={classes.side}>
          <SliderPanel
            pact={base}
            clause={shown.clause}
            onClause={shown.choose}
            onGrab={draw}
            {...{ moved, drawn, span, move, settle }}
          />
        </div>
        <div className={classes.charts}>
          <CurveChart
            curve={counted.curve}
            waiting="Take hold of a slider: its whole curve is drawn here once the record has been fetched."
            drawn={parties}
            {...places}
          />
          <PartiesChart
            before={before.lines}
            after={after.lines}
            drawn={parties}
            panel={panels.parties}
            onNumber={onNumber}
          />
          <BandsChart before={before.lines} after={after.lines} drawn={parties} />
          <ClauseTable
            pact={base}
            before={before.figures}
            after={after.figures}
            parties={parties}
            {...{ number, onNumber }}
            panel={panels.clauses}
          />
        </div>
      </div>
      <FlipsSection {...{ answer, pact, isBusy }} moved={asked} open={flip} onOpen={onFlip} />
      <p className={classes.sources}>{frame.sources}</p>
    </LabFrameProvider>
  );
}

/** What a scenario is called where nobody says: its pact and the first number that is moved. */
function suggestedName(base: Pact, { changes }: Moved): string {
  const [first] = changes;
  return first === undefined ? base.title : changeWords(base, first);
}

/** The slider whose curve is drawn before anybody takes hold of one: one that is moved, else one that is there. */
function firstGrab({ clauses }: Pact, { changes }: Moved): Grab {
  const [moved] = changes;
  if (moved !== undefined) return { slider: moved.slider, clause: moved.clause };
  const acts = clauses.some(({ dueDiligence }) => dueDiligence !== null);
  return { slider: acts ? 'actDays' : 'theta.state', clause: null };
}

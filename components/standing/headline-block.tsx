'use client';

import Link from 'next/link';
import { Beside } from '@/components/beside';
import { formatDay } from '@/components/format';
import { HypotheticalStamp } from '@/components/hypothetical-stamp';
import { ReportLink } from '@/components/report-link';
import type { StandingLine, StandingView } from '@/domain/standing-view';
import { NotRanked, ThisNumber } from './disclosures';
import { FINDING_WORDS } from './finding-words';
import { grouped, opening, partySentence } from './headline';
import classes from './headline-block.module.css';
import type { Ask } from './open';
import { PartyTable } from './party-table';
import { useStateName } from './state-names';

const signedCount = (signed: number): string =>
  signed === 1 ? 'one finding is signed' : `${signed} findings are signed`;

function signedWords(signed: number): string {
  if (signed === 0) return 'none is signed, so every violation found waits as pending';
  return signedCount(signed);
}

interface Props {
  readonly view: StandingView;
  readonly onAsk: (ask: Ask) => void;
  readonly panel: React.ReactNode | null;
}

function Line({ line, view, onAsk }: Omit<Props, 'panel'> & { readonly line: StandingLine }) {
  const state = useStateName();
  const { word, meaning } = FINDING_WORDS[line.word];
  return (
    <li className={classes.line}>
      <p className={classes.sentence}>
        {partySentence(line, state(line.party), view).map(({ text, ask }) =>
          ask === undefined ? (
            text
          ) : (
            <button key={text} type="button" className={classes.number} onClick={() => onAsk(ask)}>
              {text}
            </button>
          ),
        )}
      </p>
      <p className={classes.word}>
        <strong>{word}</strong>: {meaning}
      </p>
    </li>
  );
}

function Title({ view }: { readonly view: StandingView }) {
  const { pact } = view;
  return (
    <p className={classes.pact}>
      <Link href={`/pacts/${pact.id}`}>{pact.title}</Link>
      {pact.kind === 'hypothetical' ? <HypotheticalStamp /> : null}
      {pact.referenceOnly ? null : <ReportLink filter={view.filter} />}
    </p>
  );
}

/** Up to so many parties the lines are set as headlines, above it as a list in two columns. */
const FEW = 4;

/** The answer first: one sentence, a line for each party, and what the lines do and do not say. */
export function HeadlineBlock({ view, onAsk, panel }: Props) {
  const { pact, standings, asOf } = view;
  const { shown, folded, outside } = grouped(standings);
  const scored = !pact.referenceOnly && pact.inForce !== null;
  return (
    <section aria-labelledby="headline" className={classes.root}>
      <Beside panel={panel}>
        <Title view={view} />
        <h1 id="headline" className={classes.opening}>
          {opening(view)}
        </h1>
        {scored ? (
          <>
            <ul className={classes.lines} data-many={shown.length > FEW}>
              {shown.map((line) => (
                <Line key={line.party} line={line} view={view} onAsk={onAsk} />
              ))}
            </ul>
            {shown.length === 0 && folded.length > 0 ? (
              <p className={classes.sentence}>
                no party has a violation, a pending or a disputed case.
              </p>
            ) : null}
            {folded.length > 0 ? (
              <PartyTable lines={folded} total={standings.length} onAsk={onAsk} />
            ) : null}
            {outside.length > 0 ? (
              <div className={classes.outside}>
                <h2>Not parties: compatibility, had they been bound</h2>
                <ul className={classes.lines}>
                  {outside.map((line) => (
                    <Line key={line.party} line={line} view={view} onAsk={onAsk} />
                  ))}
                </ul>
              </div>
            ) : null}
            <p className={classes.basis}>
              {view.filter.counting === 'signed'
                ? `Only signed findings count; ${signedWords(view.signed)}.`
                : `Computed from the record; ${view.signed === 0 ? 'nothing is signed off' : signedCount(view.signed)}.`}{' '}
              As of {formatDay(asOf)}.
            </p>
            <div className={classes.disclosures}>
              <ThisNumber view={view} />
              <NotRanked view={view} />
            </div>
          </>
        ) : (
          <p className="prose">
            {pact.referenceOnly
              ? 'Its text shows what states have agreed or proposed elsewhere. Its clauses cannot be tested against incidents, so it has no standing, no charts and no clocks. Choose another pact above, or read its text.'
              : 'Without a time in force there is nothing to keep or break. Choose another pact above.'}
          </p>
        )}
      </Beside>
    </section>
  );
}

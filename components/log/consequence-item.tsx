'use client';

import { useState } from 'react';
import { HypotheticalStamp } from '@/components/hypothetical-stamp';
import { WhySteps } from '@/components/why-panel';
import type { ConsequenceLine } from '@/domain/consequence';
import { stateInProse } from '@/domain/states';
import { explain } from '@/domain/trace';
import classes from './consequence.module.css';
import { ConsequenceMark, Missing } from './consequence-parts';

interface Props {
  readonly line: ConsequenceLine;
  readonly onMissing: (path: string) => void;
}

/** One pact: what it would say, what is missing as links to the fields, and the reasons on asking. */
export function ConsequenceItem({ line, onMissing }: Props) {
  const [open, setOpen] = useState(false);
  const { pact, clause, accused, verdict, sentence, missing, judgement } = line;
  const name = `${pact.title}, clause ${clause}`;
  return (
    <li className={classes.line} data-verdict={verdict}>
      <p className={classes.head}>
        <ConsequenceMark verdict={verdict} />
        {pact.kind === 'hypothetical' ? <HypotheticalStamp /> : null}
      </p>
      <p className={classes.pact}>
        {name}
        {accused === null ? '' : `, for ${stateInProse(accused)}`}
      </p>
      {verdict === 'UNDECIDABLE' ? null : <p className={classes.sentence}>{sentence}</p>}
      <Missing missing={missing} onMissing={onMissing} />
      {judgement === null ? null : (
        <button
          type="button"
          className="quiet-button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Hide why' : 'Why?'}
          <span className="visually-hidden"> {name}</span>
        </button>
      )}
      {open && judgement !== null ? (
        <div className={classes.why}>
          <WhySteps explanation={explain(judgement)} onRecordPage />
        </div>
      ) : null}
    </li>
  );
}

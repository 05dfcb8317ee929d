import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Explanation } from '@/domain/trace';
import type { TraceStep } from '@/domain/trace-step';
import { methodHref } from './method-link';
import { recordAnchor, recordHref } from './record-href';
import { SidePanel } from './side-panel';
import { VerdictMark } from './verdict-mark';
import classes from './why-panel.module.css';

const OUTCOMES: Readonly<Record<TraceStep['outcome'], string>> = {
  pass: 'Yes',
  fail: 'No',
  unknown: 'Not settled',
  not_reached: 'Not asked',
};

interface StepProps {
  readonly step: TraceStep;
  /** The incident whose page shows the records; null: they are on this page. */
  readonly incident: string | null;
}

/** The value of a step beside its threshold; nothing where it only repeats the answer. */
function saidOf({ value, threshold }: TraceStep): string {
  if (threshold !== null) return `${value} (asked for: ${threshold})`;
  return value === 'yes' || value === 'no' ? '' : value;
}

function Step({ step, incident }: StepProps) {
  const said = saidOf(step);
  return (
    <li className={classes.step} data-outcome={step.outcome}>
      <p className={classes.question}>
        <span>{step.question}</span> <strong>{OUTCOMES[step.outcome]}</strong>
      </p>
      {said === '' ? null : <p className={classes.value}>{said}</p>}
      {step.wouldChange === null ? null : (
        <p className={classes.change}>What would change it: {step.wouldChange}</p>
      )}
      {step.inputs.length === 0 ? null : (
        <ul className={classes.inputs}>
          {step.inputs.map(({ label, value, record }) => (
            <li key={`${label} ${value}`}>
              {record === undefined ? (
                label
              ) : incident === null ? (
                <a href={`#${recordAnchor(record)}`}>{label}</a>
              ) : (
                <Link href={recordHref(incident, record)}>{label}</Link>
              )}
              : {value}
            </li>
          ))}
        </ul>
      )}
      <p className={classes.reference}>
        <Link href={methodHref(step.reference)}>{step.reference}</Link>
      </p>
    </li>
  );
}

interface WhyProps {
  readonly explanation: Pick<Explanation, 'sentence' | 'steps'> & {
    readonly finding: Pick<Explanation['finding'], 'incident' | 'clause' | 'verdict' | 'rule'>;
  };
  /** True on the page of the incident itself: its records are then led to without leaving it. */
  readonly onRecordPage?: boolean;
}

/** The steps of a finding in the order they were asked: passed in ink, failed in grey with what would change them. */
export function WhySteps({ explanation, onRecordPage = false }: WhyProps) {
  const { finding, sentence, steps } = explanation;
  return (
    <>
      <p className={classes.verdict}>
        <VerdictMark verdict={finding.verdict} word />
        <span className={classes.rule}>
          clause {finding.clause}, rule {finding.rule}
        </span>
      </p>
      <p className={classes.sentence}>{sentence}</p>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <Step key={step.id} step={step} incident={onRecordPage ? null : finding.incident} />
        ))}
      </ol>
    </>
  );
}

interface Props {
  readonly explanation: Explanation;
  readonly title: string;
  readonly onClose: () => void;
  readonly back?: ReactNode;
}

/** Why a finding is what it is, beside the thing asked about (place it with `Beside`). */
export function WhyPanel({ explanation, title, onClose, back }: Props) {
  return (
    <SidePanel title={title} onClose={onClose} back={back}>
      <WhySteps explanation={explanation} />
      <p>
        <Link href={recordHref(explanation.finding.incident)}>Open the whole record</Link>
      </p>
    </SidePanel>
  );
}

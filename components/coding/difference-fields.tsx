'use client';

import { useId } from 'react';
import form from '@/components/log/form.module.css';
import { type Difference, gradeSchema } from '@/domain/review/coding';
import type { Resolution } from '@/domain/review/reconciliation';
import { CONDUCT, OBJECTS } from '@/domain/vocabulary';
import { Choice, CodeSet, GradeChoice, SEVERITIES } from './code-fields';
import { codeWords, variableWords } from './code-words';
import classes from './coding.module.css';
import {
  CONDUCT_CODES,
  type ConductChoice,
  type GradeValue,
  gradeIn,
  NO_GRADE,
  OBJECT_CODES,
  type ObjectChoice,
  severityIn,
} from './coding-values';

/** What is settled on so far, and why. */
export interface Settlement {
  readonly conduct: readonly ConductChoice[];
  readonly objects: readonly ObjectChoice[];
  readonly severity: string;
  readonly grade: GradeValue;
  readonly reason: string;
}
export const OPEN: Settlement = {
  ...{ conduct: [], objects: [], severity: '', grade: NO_GRADE, reason: '' },
};

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The settlement that takes what one of the two gave. */
export function taken(variable: string, value: unknown): Partial<Settlement> {
  const codes = listed(value);
  if (variable === 'conduct')
    return { conduct: CONDUCT_CODES.filter((code) => codes.includes(code)) };
  if (variable === 'objects')
    return { objects: OBJECT_CODES.filter((code) => codes.includes(code)) };
  if (variable === 'severity') return { severity: String(value) };
  const grade = gradeSchema.safeParse(value);
  if (!grade.success) return {};
  const { reliability, credibility } = grade.data;
  return { grade: { reliability, credibility: `${credibility}` } };
}

/** What a settlement says to the server, or null where value or reason is missing. */
export function resolutionOf(variable: string, settlement: Settlement): Resolution | null {
  const { conduct, objects, severity, grade, reason } = settlement;
  if (reason.trim() === '') return null;
  if (variable === 'conduct')
    return conduct.length === 0 ? null : { variable, value: [...conduct], reason };
  if (variable === 'objects')
    return objects.length === 0 ? null : { variable, value: [...objects], reason };
  if (variable === 'severity') {
    const value = severityIn(severity);
    return value === null ? null : { variable, value, reason };
  }
  const value = gradeIn(grade);
  const claim = variable.slice('grade:'.length);
  return value === null ? null : { variable: 'grade', claim, value, reason };
}

interface Props {
  readonly difference: Difference;
  readonly value: Settlement;
  readonly onValue: (change: Partial<Settlement>) => void;
}

function Value({ difference: { variable }, value, onValue }: Props) {
  if (variable === 'conduct')
    return (
      <CodeSet
        id="settle-conduct"
        legend="What shall stand"
        options={CONDUCT_CODES}
        labelOf={(code) => CONDUCT[code].label}
        value={value.conduct}
        onValue={(conduct) => onValue({ conduct })}
      />
    );
  if (variable === 'objects')
    return (
      <CodeSet
        id="settle-objects"
        legend="What shall stand"
        options={OBJECT_CODES}
        labelOf={(code) => OBJECTS[code].label}
        value={value.objects}
        onValue={(objects) => onValue({ objects })}
      />
    );
  if (variable === 'severity')
    return (
      <Choice
        label="Severity that shall stand"
        value={value.severity}
        options={SEVERITIES}
        onValue={(severity) => onValue({ severity })}
      />
    );
  return (
    <GradeChoice
      id={`settle-${variable}`}
      of={`claim ${variable.slice('grade:'.length)}`}
      value={value.grade}
      onValue={(grade) => onValue({ grade })}
    />
  );
}

/** One difference: what each gave, what shall stand, and why. */
export function DifferenceFields(props: Props) {
  const { difference, value, onValue } = props;
  const { variable, first, second } = difference;
  const reason = useId();
  const title = variableWords(variable);
  const take = (given: unknown) => onValue(taken(variable, given));
  return (
    <section className={classes.difference} aria-label={title}>
      <h3>{title}</h3>
      <dl className={classes.two}>
        {(
          [
            ['First analyst', first],
            ['Second analyst', second],
          ] as const
        ).map(([who, given]) => (
          <div key={who}>
            <dt>{who}</dt>
            <dd>
              {codeWords(given)}{' '}
              {given === null ? null : (
                <button
                  type="button"
                  className="link-button"
                  aria-label={`Take what the ${who.toLowerCase()} gave: ${codeWords(given)}`}
                  onClick={() => take(given)}
                >
                  Take this
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Value {...props} />
      <div className={classes.choice}>
        <label htmlFor={reason}>Why, for {title.toLowerCase()}</label>
        <textarea
          id={reason}
          rows={2}
          className={`${classes.reason} ${form.hint}`}
          value={value.reason}
          onChange={({ currentTarget }) => onValue({ reason: currentTarget.value })}
        />
      </div>
    </section>
  );
}

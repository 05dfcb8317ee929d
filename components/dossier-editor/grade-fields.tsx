'use client';

import { Checkbox } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { ChoiceField } from '@/components/log/fields';
import form from '@/components/log/form.module.css';
import { CREDIBILITIES, RELIABILITIES } from '@/domain/claim';
import { type GradeQuestion, gradeText, proposeGrade } from '@/domain/codebook';
import { BASES, CLAIMANT_TYPES, codesOf } from '@/domain/vocabulary';
import classes from './editor.module.css';

const RELIABILITY = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
} as const;
const CREDIBILITY = {
  1: 'confirmed by others',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'cannot be judged',
} as const;

/** What else the codebook asks. It is not stored: the grade is, and may depart from the proposal. */
const ASKED = [
  ['convicted', 'A conviction or guilty plea in open court'],
  ['withDetail', 'Published with technical detail'],
  ['withReasoning', 'Published with its reasoning'],
  ['joint', 'Several governments speak together'],
  ['ownTerritory', 'The state speaks of its own territory'],
  ['anonymous', 'Officials or sources who are not named'],
  ['noAccess', 'The author had no access to evidence'],
] as const;
type Asked = (typeof ASKED)[number][0];

const isBasis = (word: unknown) => codesOf(BASES).find((code) => code === word);
const isType = (word: unknown) => codesOf(CLAIMANT_TYPES).find((code) => code === word);

interface Props {
  readonly prefix: string;
}

/** The Admiralty grade, proposed by the codebook with its reason; a person may depart from it. */
export function GradeFields({ prefix }: Props) {
  const { setValue } = useFormContext();
  const [more, setMore] = useState<Partial<Record<Asked, boolean>>>({});
  const watched: unknown[] = useWatch({
    name: ['claimant.type', 'basis', 'admission', 'reliability', 'credibility'].map(
      (field) => `${prefix}.${field}`,
    ),
  });
  const [type, basis] = [isType(watched[0]), isBasis(watched[1])];
  const question: GradeQuestion | null =
    type === undefined || basis === undefined
      ? null
      : { claimantType: type, basis, admission: watched[2] === true, ...more };
  const proposed = question === null ? null : proposeGrade(question);
  const proposal = proposed === null ? '' : gradeText(proposed);
  const given = `${typeof watched[3] === 'string' ? watched[3] : ''}${typeof watched[4] === 'number' ? watched[4] : ''}`;
  const before = useRef(proposal);

  const take = useCallback(() => {
    setValue(`${prefix}.reliability`, proposal.slice(0, 1), { shouldDirty: true });
    setValue(`${prefix}.credibility`, Number(proposal.slice(1)), { shouldDirty: true });
  }, [setValue, prefix, proposal]);

  // While nobody has departed from the proposal, the grade follows it.
  useEffect(() => {
    const previous = before.current;
    before.current = proposal;
    if (proposal === '' || proposal === given) return;
    if (given === '' || (previous !== proposal && given === previous)) take();
  }, [proposal, given, take]);

  return (
    <fieldset className={form.group}>
      <legend>Grade</legend>
      <p className={form.hint} role="status">
        {proposed === null ? (
          'Choose speaker and basis: the codebook then proposes a grade.'
        ) : (
          <>
            The codebook proposes <strong>{proposal}</strong>: {proposed.reason}.{' '}
            {given === proposal ? (
              'Taken.'
            ) : (
              <button type="button" className="link-button" onClick={take}>
                Take {proposal}
              </button>
            )}
          </>
        )}
      </p>
      <div className={classes.stack}>
        <div className={form.row}>
          <ChoiceField
            name={`${prefix}.reliability`}
            label="Reliability of the source"
            none="choose"
            options={RELIABILITIES.map((value) => ({
              value,
              label: `${value}: ${RELIABILITY[value]}`,
            }))}
          />
          <ChoiceField
            name={`${prefix}.credibility`}
            label="Credibility of what it says"
            none="choose"
            numeric
            options={CREDIBILITIES.map((value) => ({
              value: `${value}`,
              label: `${value}: ${CREDIBILITY[value]}`,
            }))}
          />
        </div>
        <details>
          <summary>What else the codebook asks</summary>
          <div className={classes.fields}>
            {ASKED.map(([key, label]) => (
              <Checkbox
                key={key}
                label={label}
                checked={more[key] ?? false}
                onChange={({ currentTarget }) => {
                  const { [key]: _, ...rest } = more;
                  setMore(currentTarget.checked ? { ...more, [key]: true } : rest);
                }}
              />
            ))}
          </div>
        </details>
      </div>
    </fieldset>
  );
}

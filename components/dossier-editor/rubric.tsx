'use client';

import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import form from '@/components/log/form.module.css';
import {
  BREAKOUT_CATEGORIES,
  CYBER_COMPONENTS,
  type CyberMarks,
  MILITARY_SCALE,
  type Rating,
  type RubricKind,
  rate,
} from '@/domain/severity-rubric';
import classes from './editor.module.css';

interface Props {
  readonly onRating: (rating: Rating) => void;
}

function Cyber({ onRating }: Props) {
  const [marks, setMarks] = useState<CyberMarks>({});
  const [highImportance, setHigh] = useState(false);
  const rating: Rating = { kind: 'cyber', marks, highImportance };
  const { severity, note } = rate(rating);
  return (
    <div className={classes.fields}>
      <div className={form.row}>
        {CYBER_COMPONENTS.map(({ id, label, marks: words }) => (
          <NativeSelect
            key={id}
            label={label}
            value={`${marks[id] ?? 0}`}
            data={words.map((word, mark) => ({ value: `${mark}`, label: `${mark}: ${word}` }))}
            onChange={({ currentTarget }) => {
              const mark = ([0, 1, 2] as const).find((one) => `${one}` === currentTarget.value);
              setMarks({ ...marks, [id]: mark ?? 0 });
            }}
          />
        ))}
      </div>
      <Checkbox
        label="The target is of very high political importance"
        checked={highImportance}
        onChange={({ currentTarget }) => setHigh(currentTarget.checked)}
      />
      <Take words={`Severity ${severity}. ${note}`} onTake={() => onRating(rating)} />
    </div>
  );
}

function Take({ words, onTake }: { readonly words: string; readonly onTake: () => void }) {
  return (
    <p className={form.actions}>
      <span>{words}</span>
      <button type="button" className={`${form.plain} ${form.small}`} onClick={onTake}>
        Take this
      </button>
    </p>
  );
}

interface ListProps {
  readonly legend: string;
  readonly ratings: readonly { readonly label: string; readonly rating: Rating }[];
  readonly onRating: Props['onRating'];
}

function OneOf({ legend, ratings, onRating }: ListProps) {
  const [at, setAt] = useState<number | null>(null);
  const chosen = at === null ? undefined : ratings[at]?.rating;
  return (
    <div className={classes.fields}>
      <NativeSelect
        label={legend}
        value={at === null ? '' : `${at}`}
        data={[
          { value: '', label: 'choose' },
          ...ratings.map(({ label }, index) => ({ value: `${index}`, label })),
        ]}
        onChange={({ currentTarget }) =>
          setAt(currentTarget.value === '' ? null : Number(currentTarget.value))
        }
      />
      {chosen === undefined ? null : (
        <Take words={`Severity ${rate(chosen).severity}.`} onTake={() => onRating(chosen)} />
      )}
    </div>
  );
}

const BREAKOUT = BREAKOUT_CATEGORIES.map(({ category, label }) => ({
  label: `${category}: ${label}`,
  rating: { kind: 'influence', category } as const,
}));
const MILITARY = MILITARY_SCALE.map(({ severity, label }) => ({
  label: `${severity}: ${label}`,
  rating: { kind: 'military', severity } as const,
}));

/** One of the three scales of severity, to be filled in and taken. */
export function Rubric({ kind, onRating }: Props & { readonly kind: RubricKind }) {
  switch (kind) {
    case 'cyber':
      return <Cyber onRating={onRating} />;
    case 'influence':
      return <OneOf legend="Breakout category" ratings={BREAKOUT} onRating={onRating} />;
    case 'military':
      return <OneOf legend="What it came to" ratings={MILITARY} onRating={onRating} />;
  }
}

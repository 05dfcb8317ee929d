'use client';

import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { SearchField, SeveralField } from '@/components/log/list-fields';
import { STATE_OPTIONS } from '@/components/log/options';
import { type FieldProps, type Option, useField } from '@/components/log/use-field';
import { useQuietDraft } from './quiet-draft';

const wordsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];

/** A list of short texts, one a line. */
export function LinesField(props: FieldProps) {
  const { value, set, wrapped } = useField(props);
  return (
    <Textarea
      {...wrapped}
      rows={2}
      value={wordsOf(value).join('\n')}
      onChange={({ currentTarget }) =>
        set(currentTarget.value === '' ? [] : currentTarget.value.split('\n'))
      }
    />
  );
}

/** A number as it is written; what is none yet stays on the screen and is not stored. */
export function NumberField({ onValue, ...props }: FieldProps & { onValue?: () => void }) {
  const { value, set, wrapped } = useField(props);
  const [written, setWritten] = useState('');
  const known = typeof value === 'number' ? value : null;
  const figure = written.trim() === '' ? Number.NaN : Number(written);
  // Set or emptied from elsewhere: what was written here no longer holds.
  const stale = known === null ? Number.isFinite(figure) : figure !== known;
  const shown = stale ? String(known ?? '') : written;
  return (
    <TextInput
      {...wrapped}
      inputMode="decimal"
      value={shown}
      autoComplete="off"
      onChange={({ currentTarget }) => {
        const text = currentTarget.value.replace(',', '.');
        setWritten(text);
        const next = text.trim() === '' ? Number.NaN : Number(text);
        set(Number.isFinite(next) ? next : null);
        if (Number.isFinite(next)) onValue?.();
      }}
    />
  );
}

interface StateProps extends FieldProps {
  /** The word for "no state"; without it a state has to be named. */
  readonly none?: string;
}

/** One state, found by typing. */
export function StateField({ none, ...props }: StateProps) {
  return (
    <SearchField {...props} options={STATE_OPTIONS} {...(none === undefined ? {} : { none })} />
  );
}

export function StatesField(props: FieldProps) {
  return <SeveralField {...props} options={STATE_OPTIONS} />;
}

/** The sources of the record, to choose from. */
export function useSourceOptions(): Option[] {
  const { sources = [] } = useQuietDraft();
  return sources.flatMap(({ id, title, publisher }) =>
    id === undefined ? [] : [{ value: id, label: `${title || publisher || 'untitled'} (${id})` }],
  );
}

/** Which sources an entry rests on. */
export function SourcesField({ name, hint }: { readonly name: string; readonly hint?: string }) {
  const options = useSourceOptions();
  return (
    <SeveralField
      name={name}
      label="Sources"
      options={options}
      hint={hint ?? (options.length === 0 ? 'Add the source above first.' : 'Where this is said.')}
    />
  );
}

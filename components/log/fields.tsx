'use client';

import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FieldProps, type Option, textOf, useField } from './use-field';
import { shownDate, valueOfDate, type WrittenDate } from './written-date';

interface TextProps extends FieldProps {
  readonly placeholder?: string;
  readonly type?: 'text' | 'url';
  readonly autoFocus?: boolean;
}

export function TextField({ placeholder, type = 'text', autoFocus = false, ...props }: TextProps) {
  const { value, set, wrapped } = useField(props);
  return (
    <TextInput
      {...wrapped}
      type={type}
      data-autofocus={autoFocus || undefined}
      value={textOf(value)}
      autoComplete="off"
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}

export function AreaField({ rows = 3, ...props }: FieldProps & { readonly rows?: number }) {
  const { value, set, wrapped } = useField(props);
  return (
    <Textarea
      {...wrapped}
      rows={rows}
      value={textOf(value)}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}

export interface ChoiceProps extends FieldProps {
  readonly options: readonly Option[];
  /** The word for "nothing chosen"; without it something is always chosen. */
  readonly none?: string;
  /** The value is a number. */
  readonly numeric?: boolean;
  /** The value is true or false. */
  readonly flag?: boolean;
  readonly onChosen?: () => void;
}

export function ChoiceField(all: ChoiceProps) {
  const { options, none, numeric = false, flag = false, onChosen, ...props } = all;
  const { value, set, wrapped } = useField(props);
  const coded = typeof value === 'number' || typeof value === 'boolean';
  const chosen = coded ? String(value) : textOf(value);
  return (
    <NativeSelect
      {...wrapped}
      value={chosen}
      data={[...(none === undefined ? [] : [{ value: '', label: none }]), ...options]}
      onChange={({ currentTarget }) => {
        const next = currentTarget.value;
        set(next === '' ? null : numeric ? Number(next) : flag ? next === 'true' : next);
        if (next !== '') onChosen?.();
      }}
    />
  );
}

const isDate = (value: unknown): value is WrittenDate =>
  typeof value === 'object' && value !== null && 'date' in value;

/** A date as people write it; how precisely it is known is read from what is written. */
export function DateField({ hint, ...props }: FieldProps) {
  const { value, set, wrapped } = useField({
    ...props,
    hint: hint ?? '2016, 2016-07 or 2016-07-22',
  });
  const dated = isDate(value) ? value : null;
  return (
    <TextInput
      {...wrapped}
      value={shownDate(dated)}
      autoComplete="off"
      onChange={(event) => set(valueOfDate(event.currentTarget.value))}
    />
  );
}

export function TickField(props: FieldProps) {
  const { value, set, wrapped } = useField(props);
  return (
    <Checkbox
      {...wrapped}
      checked={value === true}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  );
}

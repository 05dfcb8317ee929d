'use client';

import {
  Checkbox,
  MultiSelect,
  NativeSelect,
  type OptionsFilter,
  Select,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { ReactNode } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { recordPath, useFault } from './faults';
import { found } from './found';
import { shownDate, valueOfDate, type WrittenDate } from './written-date';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
}

/** What every control needs: its value, its place in the record, its label, its hint and its fault. */
export function useField({ name, label, hint, optional = false }: FieldProps) {
  const { control } = useFormContext();
  const { field } = useController({ name, control });
  const fault = useFault(name);
  const warning = fault?.level === 'warning' ? fault.message : null;
  const value: unknown = field.value;
  return {
    value,
    set: (next: unknown) => field.onChange(next),
    wrapped: {
      'data-path': recordPath(name),
      label: optional ? `${label} (optional)` : label,
      ...(hint === undefined && warning === null
        ? {}
        : {
            description: (
              <>
                {hint}
                {warning === null ? null : (
                  <strong>
                    {hint ? ' ' : ''}Check: {warning}
                  </strong>
                )}
              </>
            ),
          }),
      ...(fault?.level === 'refused' ? { error: fault.message } : {}),
      onBlur: field.onBlur,
      ref: field.ref,
    },
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

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
      value={text(value)}
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
      value={text(value)}
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
  const chosen = coded ? String(value) : text(value);
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

/** A list is made when it is opened: a dossier has dozens of them, of 250 states each. */
const LIST = { withinPortal: false, shadow: 'none', keepMounted: false } as const;

/** Tab leaves the field and does not stop in its list. */
const NO_STOP = { viewportProps: { tabIndex: -1 } } as const;

const bestFirst: OptionsFilter = ({ options, search }) =>
  found(options, (option) => ('label' in option ? option.label : ''), search);

interface SearchProps extends FieldProps {
  readonly options: readonly Option[];
  readonly placeholder?: string;
}

/** Stands for null in a list of options. */
const NONE = '(none)';

/** One of many, found by typing; leaving the field takes what is highlighted. */
export function SearchField(all: SearchProps & { readonly none?: string }) {
  const { options, placeholder, none, ...props } = all;
  const { value, set, wrapped } = useField(props);
  const chosen = value === null && none !== undefined ? NONE : text(value);
  return (
    <Select
      {...wrapped}
      data={none === undefined ? options : [{ value: NONE, label: none }, ...options]}
      value={chosen === '' ? null : chosen}
      allowDeselect={false}
      onChange={(next) => set(next === NONE ? null : next)}
      searchable
      autoSelectOnBlur
      openOnFocus={false}
      selectFirstOptionOnChange
      filter={bestFirst}
      nothingFoundMessage="Nothing by that name"
      comboboxProps={LIST}
      scrollAreaProps={NO_STOP}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  );
}

const words = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];

/** Several of many, found by typing and taken with Enter; Backspace takes the last one off. */
export function SeveralField({ options, placeholder, ...props }: SearchProps) {
  const { value, set, wrapped } = useField(props);
  return (
    <MultiSelect
      {...wrapped}
      data={options}
      value={words(value)}
      onChange={set}
      searchable
      hidePickedOptions
      openOnFocus={false}
      selectFirstOptionOnChange
      filter={bestFirst}
      nothingFoundMessage="Nothing by that name"
      comboboxProps={LIST}
      scrollAreaProps={NO_STOP}
      {...(placeholder === undefined || words(value).length > 0 ? {} : { placeholder })}
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

'use client';

import { MultiSelect, type OptionsFilter, Select } from '@mantine/core';
import { found } from './found';
import { type FieldProps, type Option, textOf, useField } from './use-field';

/** A list is made when it is opened: a dossier has dozens of them, of 250 states each. */
const LIST = { withinPortal: false, shadow: 'none', keepMounted: false } as const;

/** Tab leaves the field and does not stop in its list. */
const NO_STOP = { viewportProps: { tabIndex: -1 } } as const;

/** A list that opens shows what is chosen. */
function showChosen(list: HTMLElement | null): void {
  const chosen = list?.querySelector<HTMLElement>('[data-combobox-active]');
  if (list === null || chosen === null || chosen === undefined) return;
  list.scrollTop = chosen.offsetTop - (list.clientHeight - chosen.offsetHeight) / 2;
}
const SHOWING_CHOSEN = { ...NO_STOP, viewportRef: showChosen };

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
  const chosen = value === null && none !== undefined ? NONE : textOf(value);
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
      // Without it the list, a moment after it opens, forgets what typing has highlighted.
      selectFirstOptionOnDropdownOpen
      filter={bestFirst}
      nothingFoundMessage="Nothing by that name"
      comboboxProps={LIST}
      scrollAreaProps={SHOWING_CHOSEN}
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

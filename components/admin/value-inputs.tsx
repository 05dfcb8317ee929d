'use client';

import { useId } from 'react';
import { methodHref } from '@/components/method-link';
import type { PolicyField } from '@/domain/policy-field';
import classes from './admin.module.css';
import { fieldName } from './difference-list';

export type Typed = Readonly<Record<string, string>>;

interface Props {
  readonly fields: readonly PolicyField[];
  readonly typed: Typed;
  readonly onTyped: (path: string, value: string) => void;
  /** What is wrong, by path. */
  readonly faults: ReadonlyMap<string, string>;
}

/** The values of the policy by the section of the method that sets them, each to be set anew. */
export function ValueInputs({ fields, ...rest }: Props) {
  const references = [...new Set(fields.map(({ reference }) => reference))];
  return references.map((reference) => (
    <Group
      key={reference}
      {...{ reference, ...rest }}
      fields={fields.filter((field) => field.reference === reference)}
    />
  ));
}

function Group({
  reference,
  fields,
  typed,
  onTyped,
  faults,
}: Props & { readonly reference: string }) {
  const changed = fields.filter(({ path }) => (typed[path] ?? '') !== '').length;
  return (
    <details
      className={classes.group}
      open={fields.some(({ path }) => faults.has(path)) || undefined}
    >
      <summary>
        {reference}{' '}
        <span className="muted small">
          {fields.length === 1 ? 'one value' : `${fields.length} values`}
          {changed === 0 ? '' : `, ${changed} changed`}
        </span>
      </summary>
      <p className={classes.about}>
        <a href={methodHref(reference)}>What these do</a>
      </p>
      {fields.map((field) => (
        <ValueInput
          key={field.path}
          field={field}
          value={typed[field.path] ?? ''}
          onValue={(value) => onTyped(field.path, value)}
          fault={faults.get(field.path)}
        />
      ))}
    </details>
  );
}

interface InputProps {
  readonly field: PolicyField;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly fault: string | undefined;
}

function ValueInput({ field, value, onValue, fault }: InputProps) {
  const id = useId();
  const { least, most, unit, path } = field;
  return (
    <div className={classes.value}>
      <label htmlFor={id}>{fieldName(field)}</label>
      <span id={`${id}-about`} className="muted small">
        now {field.value} · {unit}, {least} to {most}
      </span>
      <input
        {...{ id, value }}
        name={path}
        inputMode="decimal"
        autoComplete="off"
        placeholder={`${field.value}`}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? `${id}-about` : `${id}-about ${id}-fault`}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
      {fault === undefined ? null : (
        <span id={`${id}-fault`} className={classes.fault}>
          <span aria-hidden="true">✕ </span>
          {fault}
        </span>
      )}
    </div>
  );
}

'use client';

import type { ReactNode } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { recordPath, useFault } from './faults';

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

/** The text of a field; empty where it holds anything else. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

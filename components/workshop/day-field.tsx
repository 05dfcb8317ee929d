'use client';

import { TextInput } from '@mantine/core';
import { useFormContext, useWatch } from 'react-hook-form';
import { recordPath, useFault } from '@/components/log/faults';
import { shownDate, valueOfDate } from '@/components/log/written-date';
import { PRECISIONS, type Precision } from '@/domain/dates';

interface Props {
  /** The object that holds date and precision, beside other fields. */
  readonly name: string;
  readonly label: string;
}

const isPrecision = (value: unknown): value is Precision => PRECISIONS.some((one) => one === value);

/** A date as people write it, where date and precision stand beside other fields. */
export function DayField({ name, label }: Props) {
  const { setValue } = useFormContext();
  const [date, precision]: unknown[] = useWatch({ name: [`${name}.date`, `${name}.precision`] });
  const fault = useFault(`${name}.date`);
  return (
    <TextInput
      label={label}
      description="2016, 2016-07 or 2016-07-22"
      data-path={recordPath(`${name}.date`)}
      autoComplete="off"
      value={shownDate({
        date: typeof date === 'string' ? date : '',
        ...(isPrecision(precision) ? { precision } : {}),
      })}
      {...(fault?.level === 'refused' ? { error: fault.message } : {})}
      onChange={({ currentTarget }) => {
        const next = valueOfDate(currentTarget.value) ?? { date: '', precision: 'day' };
        setValue(`${name}.precision`, next.precision ?? 'day');
        setValue(`${name}.date`, next.date ?? '', { shouldDirty: true });
      }}
    />
  );
}

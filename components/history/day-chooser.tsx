'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import form from '@/components/log/form.module.css';
import { recordHref } from '@/components/record-href';
import classes from './history.module.css';

/** Leads to the record as it was known on a past day. */
export function DayChooser({
  incident,
  today,
}: {
  readonly incident: string;
  readonly today: string;
}) {
  const router = useRouter();
  const [day, setDay] = useState(today);
  const id = useId();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (day !== '') router.push(`${recordHref(incident)}?asOf=${day}`);
  }

  return (
    <form onSubmit={submit} className={classes.day}>
      <label htmlFor={id}>See the record as it was known on</label>
      <input
        id={id}
        type="date"
        value={day}
        max={today}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
      />
      <button type="submit" className={`${form.plain} ${form.small}`}>
        See it
      </button>
    </form>
  );
}

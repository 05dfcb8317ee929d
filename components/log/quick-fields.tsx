'use client';

import { useWatch } from 'react-hook-form';
import { CONDUCT, OBJECTS } from '@/domain/vocabulary';
import { ChoiceField, TextField } from './fields';
import classes from './form.module.css';
import { SearchField, SeveralField } from './list-fields';
import { optionsOf, STATE_OR_UNKNOWN } from './options';
import { ClaimLine } from './quick-claim';
import type { QuickValues } from './quick-values';
import { dateInWords } from './written-date';

type Hints = ReadonlyMap<string, string>;
interface Props {
  readonly hints: Hints;
}

const SPAN_OPTIONS = [
  { value: 'once', label: 'happened then' },
  { value: 'until', label: 'lasted until …' },
  { value: 'ongoing', label: 'is still going on' },
];

const join = (...parts: readonly (string | undefined | null)[]): string =>
  parts.filter((one) => one !== undefined && one !== null && one !== '').join(' ');

function WhenFields({ hints }: Props) {
  const [when = '', span, until = ''] = useWatch<QuickValues, ['when', 'span', 'until']>({
    name: ['when', 'span', 'until'],
  });
  const taken = dateInWords(when);
  const end = dateInWords(until);
  return (
    <div className={classes.row}>
      <TextField
        name="when"
        label="When"
        hint={join(
          taken === null ? 'Such as 2016, 2016-07 or 2016-07-22.' : `Taken as ${taken}.`,
          hints.get('when'),
        )}
      />
      <ChoiceField name="span" label="It" options={SPAN_OPTIONS} hint="Unknown end: leave this." />
      {span === 'until' ? (
        <TextField
          name="until"
          label="Until"
          hint={end === null ? 'A day, a month or a year.' : `Taken as ${end}.`}
        />
      ) : null}
    </div>
  );
}

/** The seven fields of the quick log, and the one optional line on who says so. */
export function QuickFields({ hints }: Props) {
  return (
    <>
      <TextField
        name="title"
        label="Title"
        autoFocus
        hint={hints.get('title') ?? 'What happened, and not who did it.'}
      />
      <SeveralField
        name="conduct"
        label="What happened"
        hint={join('Type a few letters, take one with Enter.', hints.get('conduct'))}
        options={optionsOf(CONDUCT)}
      />
      <WhenFields hints={hints} />
      <div className={classes.row}>
        <SearchField
          name="victimState"
          label="Victim state"
          hint="“Unknown” is an answer, and counts against nobody."
          options={STATE_OR_UNKNOWN}
        />
        <SeveralField
          name="objects"
          label="Target"
          hint={join('Against what or whom.', hints.get('objects'))}
          options={optionsOf(OBJECTS)}
        />
      </div>
      <SearchField
        name="linkedState"
        label="Linked state"
        hint={join('The state that a source links to it, or “Unknown”.', hints.get('linkedState'))}
        options={STATE_OR_UNKNOWN}
      />
      <TextField
        name="sourceUrl"
        label="Source address"
        type="url"
        placeholder="https://"
        hint={join('Where it can be read.', hints.get('sourceUrl'))}
      />
      <ClaimLine />
    </>
  );
}

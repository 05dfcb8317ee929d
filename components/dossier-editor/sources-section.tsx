'use client';

import { TextField } from '@/components/log/fields';
import form from '@/components/log/form.module.css';
import { EntryList } from './entry-list';
import { newId } from './new-id';
import { useQuietDraft } from './quiet-draft';

/** Where all of it can be read. */
export function SourcesSection() {
  const { sources = [] } = useQuietDraft();
  return (
    <EntryList
      name="sources"
      title="Sources"
      one="source"
      note="Where it can be read. Link to reports on leaked material, never to the material."
      create={() => ({ id: newId('s'), title: '', publisher: '', date: '', url: '' })}
      summaryOf={(at) => sources[at]?.title || sources[at]?.url || 'not named yet'}
    >
      {(prefix) => (
        <>
          <TextField name={`${prefix}.title`} label="Title" />
          <div className={form.row}>
            <TextField name={`${prefix}.publisher`} label="Publisher" />
            <TextField
              name={`${prefix}.date`}
              label="Date"
              optional
              hint="2016, 2016-07 or 2016-07-22"
            />
          </div>
          <TextField name={`${prefix}.url`} label="Address" type="url" optional />
        </>
      )}
    </EntryList>
  );
}

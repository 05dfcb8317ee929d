'use client';

import { Checkbox, Image, MultiSelect, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import form from '@/components/log/form.module.css';
import { TLP_MARKINGS } from '@/domain/tlp';
import classes from './evidence.module.css';
import { fileHash } from './file-hash';
import { sizeWords } from './item';
import type { Pending, PendingFaults } from './pending';

interface Props {
  readonly pending: Pending;
  readonly faults: PendingFaults;
  readonly claims: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (next: Pending) => void;
  readonly onRemove: () => void;
}

/** What a picked file is: its hash as soon as it is known, and a small picture of a picture. */
function Shown({ file }: { readonly file: File }) {
  const [hash, setHash] = useState<string | null>(null);
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    void fileHash(file).then((found) => wanted && setHash(found));
    const address = file.type.startsWith('image/') ? URL.createObjectURL(file) : null;
    setPicture(address);
    return () => {
      wanted = false;
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [file]);
  return (
    <div>
      {picture === null ? null : <Image src={picture} alt="" className={classes.thumb} />}
      <p className="muted small">
        {file.type}, {sizeWords(file.size)}. SHA-256{' '}
        <code className={classes.hash}>{hash ?? 'is being computed …'}</code>
      </p>
    </div>
  );
}

const MARKINGS = TLP_MARKINGS.map((value) => ({ value, label: `TLP:${value}` }));
const errorOf = (faults: PendingFaults, field: string) => {
  const error = faults[field];
  return error === undefined ? {} : { error };
};

/** What is said of one file before it is kept. */
export function PendingFields({ pending, faults, claims, onChange, onRemove }: Props) {
  const { file, name } = pending;
  const set = (part: Partial<Pending>) => onChange({ ...pending, ...part });
  return (
    <fieldset className={form.group} data-pending="">
      <legend>{name}</legend>
      <div className={classes.stack}>
        {file === null ? (
          <Textarea
            label="What the page says"
            rows={4}
            value={pending.note}
            {...errorOf(faults, 'note')}
            onChange={({ currentTarget }) => set({ note: currentTarget.value })}
          />
        ) : (
          <Shown file={file} />
        )}
        {faults.file === undefined ? null : (
          <p role="alert" className={classes.refused}>
            ✕ {faults.file}
          </p>
        )}
        <TextInput
          label="Description"
          description="What it shows; seen even where the item is sealed."
          value={pending.description}
          {...errorOf(faults, 'description')}
          onChange={({ currentTarget }) => set({ description: currentTarget.value })}
        />
        <div className={form.row}>
          <TextInput
            label="File name"
            value={name}
            {...errorOf(faults, 'name')}
            onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          />
          <TextInput
            label="Captured at (UTC)"
            type="datetime-local"
            value={pending.capturedAt}
            {...errorOf(faults, 'capturedAt')}
            onChange={({ currentTarget }) => set({ capturedAt: currentTarget.value.slice(0, 16) })}
          />
          <TextInput
            label="Captured with"
            value={pending.tool}
            {...errorOf(faults, 'tool')}
            onChange={({ currentTarget }) => set({ tool: currentTarget.value })}
          />
        </div>
        <div className={form.row}>
          <TextInput
            label={file === null ? 'Address' : 'Address (optional)'}
            value={pending.url}
            {...errorOf(faults, 'url')}
            onChange={({ currentTarget }) => set({ url: currentTarget.value })}
          />
          <NativeSelect
            label="Marking"
            value={pending.tlp}
            data={MARKINGS}
            {...errorOf(faults, 'tlp')}
            onChange={({ currentTarget }) => {
              const tlp = TLP_MARKINGS.find((one) => one === currentTarget.value);
              if (tlp !== undefined) set({ tlp });
            }}
          />
          <MultiSelect
            label="Claims that rest on it (optional)"
            data={claims}
            value={[...pending.claims]}
            searchable
            openOnFocus={false}
            selectFirstOptionOnChange
            comboboxProps={{ withinPortal: false }}
            scrollAreaProps={{ viewportProps: { tabIndex: -1 } }}
            {...errorOf(faults, 'claims')}
            onChange={(chosen) => set({ claims: chosen })}
          />
        </div>
        <Checkbox
          label="Sealed: only hash, description and a working copy are shown"
          checked={pending.sealed}
          onChange={({ currentTarget }) => set({ sealed: currentTarget.checked })}
        />
        <button type="button" className="quiet-button" onClick={onRemove}>
          Do not keep this one<span className="visually-hidden"> ({name})</span>
        </button>
      </div>
    </fieldset>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { ask, sentenceOf } from '@/components/log/api';
import form from '@/components/log/form.module.css';
import { fileRefusal } from '@/domain/evidence';
import classes from './evidence.module.css';
import { fileHash } from './file-hash';
import type { EvidenceAbout } from './item';
import {
  checkPending,
  fileOf,
  type Pending,
  type PendingFaults,
  pendingFile,
  pendingNote,
} from './pending';
import { PendingFields } from './pending-fields';
import { useDrop } from './use-drop';

interface Props {
  readonly about: EvidenceAbout;
  readonly onClose: () => void;
}

const NO_FAULTS: Readonly<Record<string, PendingFaults>> = {};

/** Takes files by drop, picker or paste, several at once, and notes; each is hashed here before it is sent. */
export function Intake({ about, onClose }: Props) {
  const router = useRouter();
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [faults, setFaults] = useState(NO_FAULTS);
  const [said, setSaid] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => picker.current?.focus(), []);

  const take = useCallback(
    (files: readonly File[], pasted: boolean) => {
      const refused = files.flatMap((file) => {
        const why = fileRefusal({ mediaType: file.type, bytes: file.size });
        return why === null ? [] : [`${file.name}: ${why}`];
      });
      setSaid(refused);
      const fit = files.filter(
        (file) => fileRefusal({ mediaType: file.type, bytes: file.size }) === null,
      );
      const now = Date.now();
      setPending((before) => [
        ...before,
        ...fit.map((file) => pendingFile(file, pasted, about, now, navigator.userAgent)),
      ]);
    },
    [about],
  );

  const drop = useCallback((files: readonly File[]) => take(files, false), [take]);
  const over = useDrop(place, drop);

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      take(files, true);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [take]);

  async function keep() {
    if (busy || pending.length === 0) return;
    setBusy(true);
    const told: string[] = [];
    const wrong: Record<string, PendingFaults> = {};
    const left: Pending[] = [];
    for (const one of pending) {
      const checked = checkPending(one, await fileHash(fileOf(one)));
      if (!checked.ok) {
        wrong[one.key] = checked.faults;
        left.push(one);
        continue;
      }
      const body = new FormData();
      body.set('file', checked.file);
      body.set('meta', JSON.stringify(checked.upload));
      const reply = await ask('POST', `/incidents/${about.incident}/evidence`, { body });
      if (reply.kind === 'done') {
        told.push(`${one.name} is kept; both hashes agree: ${checked.upload.sha256}.`);
        continue;
      }
      told.push(`${one.name}: ${sentenceOf(reply)}`);
      if (reply.kind === 'refused')
        wrong[one.key] = Object.fromEntries(
          reply.faults.map(({ path, message }) => [path, message]),
        );
      left.push(one);
    }
    setBusy(false);
    setPending(left);
    setFaults(wrong);
    setSaid(told);
    if (left.length < pending.length) router.refresh();
    const [first] = left;
    if (first !== undefined)
      setTimeout(() =>
        document.querySelector<HTMLElement>('[data-pending] [aria-invalid="true"]')?.focus(),
      );
  }

  const change = (next: Pending) =>
    setPending(pending.map((one) => (one.key === next.key ? next : one)));

  return (
    <div className={form.form}>
      <div ref={place} className={classes.drop} data-over={over}>
        <label htmlFor={id}>Files</label>
        <p id={`${id}-hint`} className={form.hint}>
          Choose several at once, drop them here, or paste a screenshot (Ctrl V). Pictures (PNG,
          JPEG, WebP), PDF, plain text, CSV, JSON, mail and packet captures, up to 25 MiB each.
          {about.sealed
            ? ' This record tells of a leak: what you add starts out sealed. Do not add the leaked material where a report on it will do.'
            : ''}
        </p>
        <input
          ref={picker}
          id={id}
          type="file"
          multiple
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget }) => {
            take([...(currentTarget.files ?? [])], false);
            currentTarget.value = '';
          }}
        />
      </div>
      <div role="status">
        {said.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      {pending.map((one) => (
        <PendingFields
          key={one.key}
          pending={one}
          faults={faults[one.key] ?? {}}
          claims={about.claims}
          onChange={change}
          onRemove={() => setPending(pending.filter(({ key }) => key !== one.key))}
        />
      ))}
      <p className={form.actions}>
        {pending.length === 0 ? null : (
          <button type="button" className={form.main} aria-disabled={busy} onClick={keep}>
            {busy ? 'Keeping …' : pending.length > 1 ? `Keep ${pending.length} items` : 'Keep it'}
          </button>
        )}
        <button
          type="button"
          className="quiet-button"
          onClick={() =>
            setPending([...pending, pendingNote(about, Date.now(), navigator.userAgent)])
          }
        >
          Write a note on a page instead
        </button>
        <button type="button" className="quiet-button" onClick={onClose}>
          Close
        </button>
      </p>
    </div>
  );
}

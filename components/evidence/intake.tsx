'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import form from '@/components/log/form.module.css';
import classes from './evidence.module.css';
import type { EvidenceAbout } from './item';
import { keepPending } from './keep-pending';
import {
  type Pending,
  type PendingFaults,
  pendingFile,
  pendingNote,
  refusedFile,
  typedFile,
} from './pending';
import { PendingFields } from './pending-fields';
import { useDrop } from './use-drop';
import { useLeavingAsked } from './use-leaving-asked';
import { usePaste } from './use-paste';

interface Props {
  readonly about: EvidenceAbout;
  readonly onClose: () => void;
}

const NO_FAULTS: Readonly<Record<string, PendingFaults>> = {};

/** Leads to the first field that is at fault. */
const focusFault = () =>
  document.querySelector<HTMLElement>('[data-pending] [aria-invalid="true"]')?.focus();

/** Takes files by drop, picker or paste, several at once, and notes; each is hashed here before it is sent. */
export function Intake({ about, onClose }: Props) {
  const router = useRouter();
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [faults, setFaults] = useState(NO_FAULTS);
  const [said, setSaid] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [closing, setClosing] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => picker.current?.focus(), []);

  const take = useCallback(
    (files: readonly File[], pasted: boolean) => {
      const typed = files.map(typedFile);
      const refused = typed.flatMap((file) => refusedFile(file) ?? []);
      setSaid((before) => [...new Set([...before, ...refused])]);
      const fit = typed.filter((file) => refusedFile(file) === null);
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

  const paste = useCallback((files: readonly File[]) => take(files, true), [take]);
  usePaste(paste);

  async function keep() {
    if (busy || pending.length === 0) return;
    setBusy(true);
    const kept = await keepPending(about.incident, pending);
    setBusy(false);
    const done = new Set(pending.filter((one) => !kept.left.includes(one)).map(({ key }) => key));
    setPending((now) => now.filter(({ key }) => !done.has(key)));
    setFaults(kept.faults);
    setSaid(kept.said);
    if (kept.left.length < pending.length) router.refresh();
    if (kept.left.length > 0) setTimeout(() => focusFault());
  }

  useLeavingAsked(pending.length > 0);
  function close() {
    if (pending.length === 0 || closing) onClose();
    else setClosing(true);
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
        <button type="button" className="quiet-button" onClick={close}>
          {closing && pending.length > 0 ? 'Close, and do not keep them' : 'Close'}
        </button>
      </p>
      <p role="status" className={classes.said}>
        {closing && pending.length > 0
          ? `${pending.length === 1 ? '1 item is' : `${pending.length} items are`} not kept yet.`
          : ''}
      </p>
    </div>
  );
}

import { fileRefusal, mediaTypeOf } from '@/domain/evidence';
import { type EvidenceUpload, evidenceUploadSchema } from '@/domain/evidence-upload';
import { faultsOf } from '@/domain/fault';
import type { Tlp } from '@/domain/tlp';
import type { EvidenceAbout } from './item';

/** A file on its way in, with what is said of it. */
export interface Pending {
  readonly key: string;
  /** Null for a note that is still written here. */
  readonly file: File | null;
  readonly note: string;
  readonly name: string;
  readonly description: string;
  /** In UTC to the minute, as a date field has it: 2026-11-22T10:00. */
  readonly capturedAt: string;
  readonly tool: string;
  readonly url: string;
  readonly tlp: Tlp;
  readonly sealed: boolean;
  readonly claims: readonly string[];
}

export type PendingField = keyof Pending;
export type PendingFaults = Readonly<Partial<Record<string, string>>>;

const minute = (at: number): string => new Date(at).toISOString().slice(0, 16);

/** The browser and its version in brief, such as "Chrome 140". */
export function browserWords(agent: string): string {
  const found = /(Firefox|Edg|Chrome|Version)\/(\d+)/.exec(agent);
  const names: Readonly<Record<string, string>> = { Edg: 'Edge', Version: 'Safari' };
  return found === null ? 'a browser' : `${names[found[1] ?? ''] ?? found[1]} ${found[2]}`;
}

const base = ({ tlp, sealed }: EvidenceAbout, now: number) => ({
  key: `${now}-${Math.random()}`,
  note: '',
  description: '',
  capturedAt: minute(now),
  url: '',
  claims: [],
  ...{ tlp, sealed },
});

/** A file with the type it is known by, where the browser could not name it. */
export function typedFile(file: File): File {
  const type = mediaTypeOf(file);
  const { name, lastModified } = file;
  return type === file.type ? file : new File([file], name, { type, lastModified });
}

/** Why a file cannot be kept, named; null where it can. */
export function refusedFile(file: File): string | null {
  const why = fileRefusal({ mediaType: file.type, bytes: file.size });
  return why === null ? null : `${file.name}: ${why}`;
}

/** A file that was dropped, picked or pasted. */
export function pendingFile(
  file: File,
  pasted: boolean,
  about: EvidenceAbout,
  now: number,
  agent: string,
): Pending {
  const stamp = minute(now).replaceAll(/[-:]/g, '').replace('T', '-');
  const ending = file.type.split('/')[1] ?? 'png';
  return {
    ...base(about, now),
    file,
    name: pasted ? `screenshot-${stamp}.${ending}` : file.name,
    capturedAt: minute(pasted ? now : file.lastModified),
    tool: pasted ? `screenshot pasted into ${browserWords(agent)}` : '',
  };
}

/** A text note on a page: its address, what it said, when and with what it was read. */
export function pendingNote(about: EvidenceAbout, now: number, agent: string): Pending {
  const stamp = minute(now).replaceAll(/[-:]/g, '').replace('T', '-');
  return { ...base(about, now), file: null, name: `note-${stamp}.txt`, tool: browserWords(agent) };
}

/** The file to send; a note becomes plain text that tells where, when and with what it was taken. */
export function fileOf({ file, note, name, url, capturedAt, tool }: Pending): File {
  if (file !== null) return file;
  const head = [
    `Address: ${url}`,
    `Captured: ${capturedAt}Z`,
    `Tool: ${tool}`,
    '',
    note.trim(),
    '',
  ].join('\n');
  return new File([head], name, { type: 'text/plain' });
}

const SENTENCES: Readonly<Record<string, string>> = {
  name: 'Give it a file name without a path.',
  description: 'Say what it shows.',
  capturedAt: 'Say when it was captured.',
  tool: 'Say with what it was captured, with its version.',
  url: 'Write a whole address, beginning with https:// or http://, or leave it empty.',
};

export type Checked =
  | { readonly ok: true; readonly file: File; readonly upload: EvidenceUpload }
  | { readonly ok: false; readonly faults: PendingFaults };

/** What is sent with the hash of the file, or what is still wrong, field by field. */
export function checkPending(pending: Pending, sha256: string): Checked {
  const { name, description, capturedAt, tool, url, tlp, sealed, claims, note } = pending;
  const file = fileOf(pending);
  const said = { name, description, tool, tlp, sealed, claims, sha256 };
  const meta = {
    ...said,
    capturedAt: `${capturedAt}Z`,
    url: url.trim() === '' ? null : url.trim(),
  };
  const parsed = evidenceUploadSchema.safeParse(meta);
  const faults: Record<string, string> = {};
  const refusal = fileRefusal({ mediaType: file.type, bytes: file.size });
  if (refusal !== null) faults.file = refusal;
  if (pending.file === null && note.trim() === '') faults.note = 'Write down what the page says.';
  if (pending.file === null && url.trim() === '') faults.url = SENTENCES.url ?? '';
  if (!parsed.success)
    for (const { path, message } of faultsOf(parsed.error, meta))
      faults[path] ??= /at most|hidden|control|password/.test(message)
        ? message
        : (SENTENCES[path] ?? message);
  return parsed.success && Object.keys(faults).length === 0
    ? { ok: true, file, upload: parsed.data }
    : { ok: false, faults };
}

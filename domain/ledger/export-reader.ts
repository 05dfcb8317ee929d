import { bytesToHex } from '@noble/hashes/utils.js';
import { GENESIS, type Hash, type LedgerRecord } from '@/domain/ledger';
import { NO_LEAVES, rootOfPeaks, withLeaf } from '@/domain/merkle';
import { checkEntry, type SoFar } from './entry-check';
import { type ExportHeader, headerDigest, readHeader } from './export';
import type { ExportFault } from './export-fault';
import { LineCutter } from './lines';

/** Longer lines are none of ours. */
const MOST_BYTES = 32 * 1024 * 1024;

/** What of the way to remember, for proofs that are held against the export. */
export interface Watched {
  /** Tree sizes whose roots are asked for. */
  readonly sizes?: readonly number[];
  /** Entries whose leaf hashes are asked for. */
  readonly entries?: readonly number[];
}

export interface WholeExport {
  readonly ok: true;
  readonly header: ExportHeader;
  readonly entries: number;
  /** Entries whose payload was redacted, and daily roots that were computed again. */
  readonly redacted: number;
  readonly dailyRoots: number;
  /** Instants of the first and the last entry. */
  readonly first: string | null;
  readonly last: string | null;
  readonly head: Hash;
  readonly root: Hash;
  readonly roots: ReadonlyMap<number, Hash>;
  readonly leaves: ReadonlyMap<number, Hash>;
}
export type ExportVerdict = WholeExport | { readonly ok: false; readonly fault: ExportFault };

/**
 * Checks an export of the ledger (`servanda.ledger/1`) as its bytes come, in any portions, and names
 * the first entry with a fault. Every byte counts: a line has to be written the one way RFC 8785
 * leaves, so bytes that mean the same are told from those that were exported. Keeps a few hashes and
 * the numbers of redacted entries, so memory does not grow with the file.
 */
export class ExportReader {
  #fault: ExportFault | null = null;
  #header: ExportHeader | null = null;
  #soFar: SoFar = { head: GENESIS, peaks: NO_LEAVES };
  #redacted = 0;
  #dailyRoots = 0;
  #first: string | null = null;
  #last: string | null = null;
  /** Redacted entries of which no later entry has told yet. */
  readonly #untold = new Set<number>();
  readonly #watchedSizes: ReadonlySet<number>;
  readonly #watchedEntries: ReadonlySet<number>;
  readonly #roots = new Map<number, Hash>();
  readonly #leaves = new Map<number, Hash>();
  readonly #lines = new LineCutter();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  constructor({ sizes = [], entries = [] }: Watched = {}) {
    this.#watchedSizes = new Set(sizes);
    this.#watchedEntries = new Set(entries);
  }

  /** The first fault found so far; what comes after it is not looked at. */
  get fault(): ExportFault | null {
    return this.#fault;
  }

  /** How many entries were found whole so far. */
  get entries(): number {
    return this.#soFar.peaks.size;
  }

  /** How many the header tells of; null before it was read. */
  get expected(): number | null {
    return this.#header?.entries ?? null;
  }

  /** Takes the next bytes. */
  read(bytes: Uint8Array): void {
    if (this.#fault !== null) return;
    for (const line of this.#lines.cut(bytes)) {
      this.#take(line);
      if (this.#fault !== null) return;
    }
    if (this.#lines.waiting > MOST_BYTES) this.#refuse({ code: 'form' });
  }

  /** After the last byte: whether the export is whole. */
  finish(): ExportVerdict {
    const fault = this.#fault ?? this.#endFault();
    const header = this.#header;
    if (fault !== null || header === null)
      return { ok: false, fault: fault ?? { entry: 0, code: 'header' } };
    return {
      ...{ ok: true, header, entries: this.entries },
      ...{ redacted: this.#redacted, dailyRoots: this.#dailyRoots },
      ...{ first: this.#first, last: this.#last, head: this.#soFar.head, root: this.#root() },
      ...{ roots: this.#roots, leaves: this.#leaves },
    };
  }

  #root(): Hash {
    return bytesToHex(rootOfPeaks(this.#soFar.peaks));
  }

  /** Notes what is wrong with the line that is being read. */
  #refuse(fault: Omit<ExportFault, 'entry'>): void {
    this.#fault =
      this.#header === null ? { code: 'header', entry: 0 } : { ...fault, entry: this.entries + 1 };
  }

  #take(line: Uint8Array): void {
    const text = this.#textOf(line);
    if (this.#header === null) this.#takeHeader(text);
    else if (this.entries === this.#header.entries) this.#refuse({ code: 'extra' });
    else this.#takeEntry(text);
  }

  #takeEntry(text: string): void {
    const checked = checkEntry(text, this.#soFar);
    if (checked.ok) {
      if (checked.rooted) this.#dailyRoots += 1;
      this.#note(checked.record, checked.leaf);
    } else this.#refuse(checked.fault);
  }

  /** The line as text; bytes that are not UTF-8 are no line of ours. */
  #textOf(line: Uint8Array): string {
    try {
      return this.#decoder.decode(line);
    } catch {
      return '';
    }
  }

  #takeHeader(text: string): void {
    const header = readHeader(text);
    const digest = header === null ? null : headerDigest(header);
    if (header === null || digest === null) this.#fault = { entry: 0, code: 'header' };
    else if (digest !== header.digest)
      this.#fault = { entry: 0, code: 'digest', found: header.digest, expected: digest };
    else this.#header = header;
  }

  #note({ seq, at, chainHash, type, subject, redacted }: LedgerRecord, leaf: Uint8Array): void {
    this.#soFar = { head: chainHash, peaks: withLeaf(this.#soFar.peaks, leaf) };
    this.#first ??= at;
    this.#last = at;
    if (redacted) {
      this.#redacted += 1;
      this.#untold.add(seq);
    }
    if (type === 'ledger.redacted' && subject.startsWith('ledger:'))
      this.#untold.delete(Number(subject.slice('ledger:'.length)));
    if (this.#watchedSizes.has(seq)) this.#roots.set(seq, this.#root());
    if (this.#watchedEntries.has(seq)) this.#leaves.set(seq, bytesToHex(leaf));
  }

  #endFault(): ExportFault | null {
    const header = this.#header;
    if (header === null) return { entry: 0, code: 'header' };
    const next = this.entries + 1;
    const rest = header.entries - this.entries;
    if (this.#lines.waiting > 0) return { entry: next, code: rest > 0 ? 'unended' : 'extra' };
    if (rest > 0)
      return {
        ...{ entry: next, code: 'missing' },
        ...{ found: `${this.entries}`, expected: `${header.entries}` },
      };
    const [untold] = this.#untold;
    if (untold !== undefined) return { entry: untold, code: 'redaction' };
    const { head } = this.#soFar;
    const root = this.#root();
    if (header.head !== head) return { entry: 0, code: 'head', found: header.head, expected: head };
    return header.root === root
      ? null
      : { entry: 0, code: 'root', found: header.root, expected: root };
  }
}

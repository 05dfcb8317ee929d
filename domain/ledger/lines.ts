const LINE_FEED = 0x0a;

/** Cuts bytes that come in portions into lines; each line is handed over without its line feed. */
export class LineCutter {
  #pieces: Uint8Array[] = [];
  #waiting = 0;

  /** Bytes of a line that has not ended yet. */
  get waiting(): number {
    return this.#waiting;
  }

  /** The lines that end within these bytes. */
  *cut(bytes: Uint8Array): Generator<Uint8Array> {
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
      yield this.#joined(bytes.subarray(from, end));
      from = end + 1;
    }
    if (from < bytes.length) this.#pieces.push(bytes.slice(from));
    this.#waiting += bytes.length - from;
  }

  #joined(last: Uint8Array): Uint8Array {
    if (this.#waiting === 0) return last;
    const line = new Uint8Array(this.#waiting + last.length);
    let at = 0;
    for (const piece of [...this.#pieces, last]) {
      line.set(piece, at);
      at += piece.length;
    }
    this.#pieces = [];
    this.#waiting = 0;
    return line;
  }
}

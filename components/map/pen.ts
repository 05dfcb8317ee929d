import type { GeoContext } from 'd3-geo';

/** A path of whole numbers, each relative to the one before: a third of the length of plain numbers. */
export class Pen implements GeoContext {
  private written = '';
  private at: readonly [number, number] = [0, 0];
  private start: readonly [number, number] = [0, 0];

  private step(x: number, y: number): string | null {
    const [left, top] = this.at;
    const to: [number, number] = [Math.round(x), Math.round(y)];
    const [across, down] = [to[0] - left, to[1] - top];
    this.at = to;
    return across === 0 && down === 0 ? null : `${across}${down < 0 ? '' : ' '}${down}`;
  }

  beginPath(): void {}

  moveTo(x: number, y: number): void {
    this.at = [Math.round(x), Math.round(y)];
    this.start = this.at;
    this.written += `M${this.at[0]} ${this.at[1]}`;
  }

  lineTo(x: number, y: number): void {
    const step = this.step(x, y);
    if (step !== null) this.written += `l${step}`;
  }

  arc(): void {}

  closePath(): void {
    this.written += 'z';
    this.at = this.start;
  }

  /** What was drawn since it was last asked; rings that came out as a point are left out. */
  take(): string {
    const rings = this.written.match(/M[^M]*/g) ?? [];
    this.written = '';
    return rings.filter((ring) => (ring.match(/l/g) ?? []).length > 1).join('');
  }
}

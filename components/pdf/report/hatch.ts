/** A rectangle, in points. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const written = (value: number): string => `${Math.round(value * 100) / 100}`;

/** Rising lines across a box, `step` apart along its edges, as a path: PDF has no patterns we can use. */
export function hatched({ x, y, width, height }: Box, step: number): string {
  const lines: string[] = [];
  // A line is where across + down is the same all along it.
  for (let sum = step / 2; sum < width + height; sum += step) {
    const left = Math.max(0, sum - height);
    const right = Math.min(width, sum);
    if (right - left < 1e-6) continue;
    lines.push(
      `M${written(x + left)} ${written(y + sum - left)}L${written(x + right)} ${written(y + sum - right)}`,
    );
  }
  return lines.join('');
}

/** Level lines across a box, `step` apart, as a path. */
export function lined({ x, y, width, height }: Box, step: number): string {
  const lines: string[] = [];
  for (let down = step / 2; down < height; down += step)
    lines.push(`M${written(x)} ${written(y + down)}H${written(x + width)}`);
  return lines.join('');
}

/** Round dots in a box, `step` apart, as a path of small circles. */
export function dotted({ x, y, width, height }: Box, step: number, radius: number): string {
  const dots: string[] = [];
  const [r, across] = [written(radius), written(2 * radius)];
  for (let down = step / 2; down + radius <= height; down += step)
    for (let right = step / 2; right + radius <= width; right += step)
      dots.push(
        `M${written(x + right - radius)} ${written(y + down)}a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0 -${across} 0Z`,
      );
  return dots.join('');
}

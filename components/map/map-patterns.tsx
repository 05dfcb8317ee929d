interface Props {
  /** Tells the patterns of one drawing from those of another. */
  readonly of: string;
  /** Units of the drawing to a pixel: lines are as far apart in every drawing. */
  readonly scale: number;
}

/** The fills of what is linked, in symbols and on land. */
export const linkedFill = (of: string): string => `url(#map-linked-${of})`;
export const landFill = (of: string): string => `url(#map-land-${of})`;

/** The hatchings of a drawing of the map. */
export function MapPatterns({ of, scale }: Props) {
  const shared = { patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' } as const;
  const step = 5 * scale;
  return (
    <defs>
      <pattern id={`map-linked-${of}`} width={step} height={step} {...shared}>
        <rect width={step} height={step} style={{ fill: 'var(--paper)' }} />
        <rect width={2 * scale} height={step} style={{ fill: 'var(--ink)' }} />
      </pattern>
      <pattern id={`map-land-${of}`} width={step} height={step} {...shared}>
        <rect width={step} height={step} style={{ fill: 'var(--hairline)' }} />
        <rect width={scale} height={step} style={{ fill: 'var(--ink-muted)' }} />
      </pattern>
    </defs>
  );
}

/** The hatchings of the map; once on a page. */
export function MapPatterns() {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
      <defs>
        <pattern
          id="map-linked"
          width="10"
          height="10"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="10" height="10" style={{ fill: 'var(--paper)' }} />
          <rect width="4" height="10" style={{ fill: 'var(--ink)' }} />
        </pattern>
        <pattern
          id="map-land-linked"
          width="10"
          height="10"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="10" height="10" style={{ fill: 'var(--hairline)' }} />
          <rect width="2" height="10" style={{ fill: 'var(--ink-muted)' }} />
        </pattern>
      </defs>
    </svg>
  );
}

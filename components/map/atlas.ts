import {
  type GeoPermissibleObjects,
  type GeoProjection,
  geoArea,
  geoCentroid,
  geoConicEqualArea,
  geoEqualEarth,
  geoPath,
} from 'd3-geo';
import { feature } from 'topojson-client';
import atlas from 'world-atlas/countries-110m.json';
import { Pen } from './pen';
import { POINTS } from './points';
import { CODE_OF } from './shape-codes';

/** A place on a sheet, in units of its width. */
export type Point = readonly [x: number, y: number];

/** A shape of the atlas; null: of no state that we have a code for. */
export interface Shape {
  readonly code: string | null;
  readonly path: string;
}

/** A part of the world, projected: areas are true to each other within it. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** Where the mark of a state stands, by code; those outside are not in it. */
  readonly points: Readonly<Record<string, Point>>;
}

export interface Atlas {
  readonly world: Sheet;
  /** Europe again, larger: there most states lie closest together. */
  readonly europe: Sheet;
  /** Outline of that part on the sheet of the world. */
  readonly window: string;
}

const WIDTH = 1600;
/** Nobody lives south of it but for the stations of Antarctica. */
const NORTH = 83.7;
const SOUTH = -56;
const EUROPE = { west: -11, east: 41, south: 34.3, north: 70.5 };

const LAND = feature(atlas, atlas.objects.countries).features.filter(({ id }) => id !== '010');

const codeOf = (id: string | number | undefined): string | null => CODE_OF.get(`${id}`) ?? null;

/** The centre of the largest part: of France in Europe, of the United States without Alaska. */
function centreOf({ geometry }: (typeof LAND)[number]): Point {
  if (geometry.type !== 'MultiPolygon') return geoCentroid(geometry);
  const parts = geometry.coordinates.map(
    (coordinates) => ({ type: 'Polygon', coordinates }) as const,
  );
  return geoCentroid(parts.reduce((most, part) => (geoArea(part) > geoArea(most) ? part : most)));
}

const CENTRES: ReadonlyMap<string, Point> = new Map([
  ...LAND.flatMap((shape): [string, Point][] => {
    const code = codeOf(shape.id);
    return code === null ? [] : [[code, centreOf(shape)]];
  }),
  ...Object.entries(POINTS),
]);

type Inside = (place: Point, at: Point) => boolean;

function sheetOf(projection: GeoProjection, height: number, inside: Inside): Sheet {
  const pen = new Pen();
  const draw = geoPath(projection, pen);
  const shapes = LAND.map((shape) => {
    draw(shape);
    return { code: codeOf(shape.id), path: pen.take() };
  });
  const points = [...CENTRES].flatMap(([code, centre]): [string, Point][] => {
    const at = projection([...centre]);
    return at === null || !inside(centre, at)
      ? []
      : [[code, [Math.round(at[0]), Math.round(at[1])]]];
  });
  return {
    ...{ width: WIDTH, height: Math.round(height) },
    shapes: shapes.filter(({ path }) => path !== ''),
    points: Object.fromEntries(points),
  };
}

/** A line along a parallel or a meridian, bent as the projection bends it. */
function edge(from: Point, to: Point): Point[] {
  const steps = 24;
  return Array.from({ length: steps }, (_, at) => [
    from[0] + ((to[0] - from[0]) * at) / steps,
    from[1] + ((to[1] - from[1]) * at) / steps,
  ]);
}

function outlineOf({ west, east, south, north }: typeof EUROPE): Point[] {
  return [
    ...edge([west, south], [west, north]),
    ...edge([west, north], [east, north]),
    ...edge([east, north], [east, south]),
    ...edge([east, south], [west, south]),
  ];
}

function drawAtlas(): Atlas {
  const round = geoEqualEarth().fitWidth(WIDTH, { type: 'Sphere' });
  const [left, top] = round.translate();
  const edgeOf = (latitude: number): number => round([0, latitude])?.[1] ?? 0;
  const height = edgeOf(SOUTH) - edgeOf(NORTH);
  round.translate([left, top - edgeOf(NORTH)]);
  const world = sheetOf(round, height, () => true);
  const outline = outlineOf(EUROPE);
  const window = `M${outline
    .flatMap((place) => {
      const at = round([...place]);
      return at === null ? [] : [`${at[0].toFixed(0)} ${at[1].toFixed(0)}`];
    })
    .join('L')}Z`;
  const ring: GeoPermissibleObjects = {
    type: 'MultiPoint',
    coordinates: outline.map((place) => [...place]),
  };
  const conic = geoConicEqualArea().parallels([40, 64]).rotate([-15, 0]).fitWidth(WIDTH, ring);
  const tall = geoPath(conic).bounds(ring)[1][1];
  conic.clipExtent([
    [0, 0],
    [WIDTH, tall],
  ]);
  const europe = sheetOf(
    conic,
    tall,
    ([east, north]) =>
      east > EUROPE.west && east < EUROPE.east && north > EUROPE.south && north < EUROPE.north,
  );
  return { world, europe, window };
}

let drawn: Atlas | null = null;

/** The map of the world as plain paths, drawn once: whoever gets them needs neither atlas nor projection. */
export function atlasSheets(): Atlas {
  drawn ??= drawAtlas();
  return drawn;
}

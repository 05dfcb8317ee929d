import type { Place } from '@/domain/trend/places';
import type { Point, Sheet } from './atlas';

export type Role = 'victim' | 'linked';

/** A symbol on a sheet: its area is true to its count. Lengths are in units of the sheet. */
export interface Sign {
  readonly state: string;
  readonly role: Role;
  readonly count: number;
  /** Of a linked state: how many of the count are contested. */
  readonly contested: number;
  /** Middle; and half the width: the radius of a circle, half the side of a square. */
  readonly x: number;
  readonly y: number;
  readonly half: number;
  /** Half the side of the square for what is linked beyond contest; 0: nothing is. */
  readonly inner: number;
}

/** The symbols of one state, with the place they belong to. */
export interface Group {
  readonly state: string;
  readonly anchor: Point;
  readonly x: number;
  readonly y: number;
  readonly reach: number;
  readonly symbols: readonly Sign[];
}

const ROUNDS = 80;
/** How much of the way back to its place a group takes in a round. */
const HOMEWARD = 0.08;

/** The length whose square is the area of one incident, so that the largest symbol is `most` across. */
export function unitFor(places: readonly Place[], most: number, single: number): number {
  const top = Math.max(1, ...places.map((place) => Math.max(place.victim, linkedTo(place))));
  return Math.min(single, (most / 2) * Math.sqrt(Math.PI / top));
}

export const linkedTo = ({ linked, contested }: Place): number => linked + contested;

/** Half the width of a circle or a square with the area of so many incidents. */
export const halfOf = (role: Role, count: number, unit: number): number =>
  unit * Math.sqrt(count) * (role === 'victim' ? Math.sqrt(1 / Math.PI) : 0.5);

function symbolsOf(place: Place, unit: number): Omit<Sign, 'x' | 'y'>[] {
  const { state, victim, contested } = place;
  const linked = linkedTo(place);
  return [
    ...(victim === 0
      ? []
      : [
          {
            ...{ state, role: 'victim' as const, count: victim, contested: 0, inner: 0 },
            half: halfOf('victim', victim, unit),
          },
        ]),
    ...(linked === 0
      ? []
      : [
          {
            ...{ state, role: 'linked' as const, count: linked, contested },
            inner: halfOf('linked', linked - contested, unit),
            half: halfOf('linked', linked, unit),
          },
        ]),
  ];
}

interface Body {
  readonly state: string;
  readonly anchor: Point;
  readonly reach: number;
  readonly drawn: readonly Omit<Sign, 'x' | 'y'>[];
  x: number;
  y: number;
}

/** Moves two bodies apart by half of what they overlap each. */
function part(one: Body, other: Body, gap: number): void {
  const [across, down] = [other.x - one.x, other.y - one.y];
  const apart = Math.hypot(across, down);
  const overlap = one.reach + other.reach + gap - apart;
  if (overlap <= 0) return;
  // Two at one place part sideways, so that the outcome is always the same.
  const [x, y] = apart === 0 ? [1, 0] : [across / apart, down / apart];
  one.x -= (x * overlap) / 2;
  one.y -= (y * overlap) / 2;
  other.x += (x * overlap) / 2;
  other.y += (y * overlap) / 2;
}

function settle(bodies: readonly Body[], { width, height }: Sheet, gap: number): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const body of bodies) {
      body.x += (body.anchor[0] - body.x) * HOMEWARD;
      body.y += (body.anchor[1] - body.y) * HOMEWARD;
    }
    bodies.forEach((one, at) => {
      for (const other of bodies.slice(at + 1)) part(one, other, gap);
    });
    for (const body of bodies) {
      body.x = Math.max(body.reach, Math.min(width - body.reach, body.x));
      body.y = Math.max(body.reach, Math.min(height - body.reach, body.y));
    }
  }
}

/** Side by side about the middle of the group. */
function placed({ state, anchor, x, y, reach, drawn }: Body, gap: number): Group {
  const wide = drawn.reduce((sum, { half }) => sum + 2 * half, gap * (drawn.length - 1));
  let left = x - wide / 2;
  const symbols = drawn.map((one): Sign => {
    const middle = left + one.half;
    left += 2 * one.half + gap;
    return { ...one, x: middle, y };
  });
  return { state, anchor, x, y, reach, symbols };
}

/**
 * The symbols of states on a sheet, moved no further from their places than it takes for none to
 * cover another. Only states that stand on the sheet are in it.
 */
export function groupsOn(
  sheet: Sheet,
  places: readonly Place[],
  { unit, gap }: { readonly unit: number; readonly gap: number },
): Group[] {
  const bodies = places.flatMap((place): Body[] => {
    const anchor = sheet.points[place.state];
    const drawn = symbolsOf(place, unit);
    if (anchor === undefined || drawn.length === 0) return [];
    const wide = drawn.reduce((sum, { half }) => sum + 2 * half, gap * (drawn.length - 1));
    return [{ state: place.state, anchor, reach: wide / 2, drawn, x: anchor[0], y: anchor[1] }];
  });
  settle(bodies, sheet, gap);
  return bodies.map((body) => placed(body, gap));
}

const AHEAD: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The symbol one comes to from another by an arrow key: near, and rather ahead than aside; null: none. */
export function nextBy<Item extends Pick<Sign, 'x' | 'y'>>(
  key: string,
  from: Item,
  all: readonly Item[],
): Item | null {
  const direction = AHEAD[key];
  if (direction === undefined) return null;
  const [right, down] = direction;
  let best: { readonly item: Item; readonly far: number } | null = null;
  for (const item of all) {
    const [x, y] = [item.x - from.x, item.y - from.y];
    const ahead = x * right + y * down;
    const aside = Math.abs(x * down) + Math.abs(y * right);
    if (item === from || ahead <= 0) continue;
    const far = ahead + 2 * aside;
    if (best === null || far < best.far) best = { item, far };
  }
  return best?.item ?? null;
}

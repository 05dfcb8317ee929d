/** What the server said of a draft it holds and somebody else wrote meanwhile. */
export interface Theirs<P> {
  readonly id: string;
  readonly revision: number;
  readonly payload: P;
  readonly savedAt: string;
}

/** What came of sending a draft. */
export type SaveAnswer<P> =
  | {
      readonly kind: 'saved';
      readonly id: string;
      readonly revision: number;
      readonly savedAt: string;
    }
  | { readonly kind: 'conflict'; readonly theirs: Theirs<P> }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'busy'; readonly seconds: number }
  | { readonly kind: 'refused'; readonly message: string };

export type Trouble<P> =
  | { readonly kind: 'offline' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'busy'; readonly seconds: number }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'conflict'; readonly theirs: Theirs<P> };

/** Where a draft stands between this device and the server. */
export interface Autosave<P> {
  /** The draft on the server; null before the first answer. */
  readonly id: string | null;
  readonly revision: number | null;
  /** When the server says it stored that revision. */
  readonly savedAt: string | null;
  /** What the server is known to hold. */
  readonly base: P | null;
  /** What is written here and not acknowledged; null where nothing is. */
  readonly mine: P | null;
  /** What is on its way. */
  readonly sent: P | null;
  readonly trouble: Trouble<P> | null;
}

/** Where a draft stood when this device last wrote it down, or as the server holds it now. */
export type Standpoint<P> = Pick<Autosave<P>, 'id' | 'revision' | 'savedAt' | 'base' | 'mine'>;

export type AutosaveEvent<P> =
  /** The page begins from what this device kept, or from what the server holds now. */
  | { readonly kind: 'resumed'; readonly from: Standpoint<P> }
  | { readonly kind: 'typed'; readonly payload: P }
  /** The pause is over, a field was left, or the page is being left. */
  | { readonly kind: 'due' }
  | { readonly kind: 'answered'; readonly answer: SaveAnswer<P> }
  | { readonly kind: 'reconnected' }
  | { readonly kind: 'signed-in' }
  /** A person has settled a clash: what they made of it rests on their revision. */
  | { readonly kind: 'merged'; readonly payload: P };

/** What to do next: nothing, send now, or be due again after some milliseconds. */
export type Next =
  | { readonly kind: 'rest' }
  | { readonly kind: 'send' }
  | { readonly kind: 'wait'; readonly ms: number };

export interface Step<P> {
  readonly state: Autosave<P>;
  readonly next: Next;
}

/** Our own choices [D]: the pause before saving, and before trying a lost connection again. */
export const PAUSE_MS = 2000;
export const RETRY_MS = 5000;

const REST: Next = { kind: 'rest' };
const SEND: Next = { kind: 'send' };
const wait = (ms: number): Next => ({ kind: 'wait', ms });

export const NOT_SAVED: Autosave<never> = {
  ...{ id: null, revision: null, savedAt: null, base: null, mine: null, sent: null, trouble: null },
};

/** Nothing is sent while a person has to do something first. */
const blocked = <P>({ trouble }: Autosave<P>): boolean =>
  trouble?.kind === 'conflict' || trouble?.kind === 'signed-out';

function sending<P>(state: Autosave<P>): Step<P> {
  if (state.mine === null || state.sent !== null || blocked(state)) return { state, next: REST };
  return { state: { ...state, sent: state.mine }, next: SEND };
}

function answered<P>(before: Autosave<P>, answer: SaveAnswer<P>): Step<P> {
  const state: Autosave<P> = { ...before, sent: null };
  switch (answer.kind) {
    case 'saved': {
      const { id, revision, savedAt } = answer;
      const more = before.mine !== before.sent;
      const now = { ...state, id, revision, savedAt, base: before.sent, trouble: null };
      return more
        ? { state: now, next: wait(PAUSE_MS) }
        : { state: { ...now, mine: null }, next: REST };
    }
    case 'unreachable':
      return { state: { ...state, trouble: { kind: 'offline' } }, next: wait(RETRY_MS) };
    case 'busy':
      return { state: { ...state, trouble: answer }, next: wait(answer.seconds * 1000) };
    default:
      return { state: { ...state, trouble: answer }, next: REST };
  }
}

/**
 * One step of keeping a draft: pure, so that every order of typing, answers and failures can be
 * tried. A revision is shown as saved only where the server has said so.
 */
export function step<P>(state: Autosave<P>, event: AutosaveEvent<P>): Step<P> {
  switch (event.kind) {
    case 'resumed': {
      const now = { ...NOT_SAVED, ...event.from };
      return { state: now, next: now.mine === null ? REST : wait(PAUSE_MS) };
    }
    case 'typed': {
      const trouble = state.trouble?.kind === 'refused' ? null : state.trouble;
      const now = { ...state, mine: event.payload, trouble };
      return { state: now, next: blocked(now) ? REST : wait(PAUSE_MS) };
    }
    case 'due':
      return sending(state);
    case 'answered':
      return answered(state, event.answer);
    case 'reconnected':
      return sending(state.trouble?.kind === 'offline' ? { ...state, trouble: null } : state);
    case 'signed-in':
      return sending(state.trouble?.kind === 'signed-out' ? { ...state, trouble: null } : state);
    case 'merged': {
      if (state.trouble?.kind !== 'conflict') return { state, next: REST };
      const { id, revision, payload, savedAt } = state.trouble.theirs;
      const based = { ...state, id, revision, savedAt, base: payload, trouble: null };
      return sending({ ...based, mine: event.payload });
    }
  }
}

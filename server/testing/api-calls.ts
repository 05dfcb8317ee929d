import { createHash } from 'node:crypto';
import type { Actor } from '@/domain/actor';
import { type Decision, mayEver } from '@/domain/permission';
import { type Action, isWatched } from '@/domain/privilege';
import type { Line, Named } from './api-table';
import { asked, at } from './person';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;
export type Handlers = ReadonlyMap<string, Handler>;

/** How each route file is read, by its path below the folder of the routes. */
export type RouteFiles = Readonly<Record<string, () => Promise<unknown>>>;

const isHandler = (exported: unknown): exported is Handler => typeof exported === 'function';

/** Every method that a route file answers, by `METHOD /path`. */
export async function handlersOfRoutes(files: RouteFiles): Promise<Handlers> {
  const found = new Map<string, Handler>();
  for (const [file, read] of Object.entries(files)) {
    const exported = await read();
    const path = file.replace(/^\.\//, '/').replace(/\/route\.ts$/, '');
    for (const method of METHODS) {
      const handler = Object(exported)[method];
      if (isHandler(handler)) found.set(`${method} ${path}`, handler);
    }
  }
  return found;
}

const actionsOf = ({ who }: Pick<Line, 'who'>): readonly Action[] => {
  if (who === 'everyone' || who === 'signed in') return [];
  return typeof who === 'string' ? [who] : who;
};

/** What a request is refused for at the door, where each of several actions would let it in. */
const askedAtDoor = (actions: readonly Action[]): Action | undefined =>
  actions.find(isWatched) ?? actions[0];

/** The action that decides about an actor on a line: one at the door, else what the body says. */
function deciding(actor: Actor, { who, door }: Line): Action | undefined {
  const actions = door ?? actionsOf({ who });
  const allowed = actions.find((action) => mayEver(actor, action).allowed);
  if (allowed === undefined) return door === undefined ? actions[0] : askedAtDoor(actions);
  return door === undefined ? allowed : actionsOf({ who })[0];
}

/** What an actor is told for their roles alone, whatever the ids. */
export function roleDecision(actor: Actor, line: Line): Decision {
  const signedOut = actor.kind === 'visitor' && line.who === 'signed in';
  if (signedOut) return { allowed: false, code: 'sign_in' };
  const action = deciding(actor, line);
  return action === undefined ? { allowed: true } : mayEver(actor, action);
}

/** The action of whose refusal to an actor the ledger is told, or null: what only asks is not told. */
export function watchedIn(actor: Actor, line: Line): Action | null {
  const action = line.asks === true ? undefined : deciding(actor, line);
  return action !== undefined && isWatched(action) ? action : null;
}

export const FILE = new TextEncoder().encode('a page');
export const FILE_HASH = createHash('sha256').update(FILE).digest('hex');

function formOf(meta: object): FormData {
  const form = new FormData();
  form.set('file', new File([FILE], 'page.png', { type: 'image/png' }));
  form.set('meta', JSON.stringify({ ...meta, sha256: FILE_HASH }));
  return form;
}

export interface Asker {
  readonly name: string;
  readonly actor: Actor;
  readonly cookie?: string;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** Sends what a line says, with an id for each of the things it names. */
export async function send(
  handlers: Handlers,
  { call, ids = [], json = {}, file }: Line,
  { cookie }: Asker,
  idOf: (named: Named) => string,
): Promise<Answered> {
  const [method = '', path = ''] = call.split(' ');
  const names = call.match(/(?<=\[)[^\]]+/g) ?? [];
  const params = Object.fromEntries(names.map((name, n) => [name, idOf(ids[n] ?? 'anything')]));
  const address = path.replace(/\[([^\]]+)\]/g, (_, name) => params[name] ?? '');
  const handler = handlers.get(call);
  if (handler === undefined) throw new Error(`there is no route for ${call}`);
  const request =
    file === undefined
      ? asked(address, { cookie, method, ...(method === 'GET' ? {} : { json }) })
      : new Request(`http://localhost:3000/api/v1${address}`, {
          ...{ method, body: formOf(file), headers: cookie === undefined ? {} : { cookie } },
        });
  const reply = await handler(request, at(params));
  return { status: reply.status, text: await reply.text() };
}

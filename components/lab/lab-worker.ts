import { fromBuffer } from '@/domain/lab/buffer';
import type { Pact } from '@/domain/pact';
import { scorerOf } from './far-half';
import type { FromWorker, ToWorker } from './protocol';
import { Room } from './room';

/** Least bytes between two words on how far the columns have come. */
const STEP = 262_144;

let room: Room | null = null;

const tell = (message: FromWorker): void => postMessage(message);
const unreadable = (): void => tell({ kind: 'failed', why: 'unreadable' });

/** Reads a body whole and says how far it has come. */
async function bytesOf(reply: Response): Promise<ArrayBuffer> {
  const length = Number(reply.headers.get('x-columns-bytes') ?? 0);
  const total = length > 0 ? length : null;
  const chunks: Uint8Array[] = [];
  let got = 0;
  let told = 0;
  const reader = reply.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    chunks.push(part.value);
    got += part.value.length;
    if (got - told < STEP) continue;
    told = got;
    tell({ kind: 'loading', got, total });
  }
  const whole = new Uint8Array(got);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole.buffer;
}

async function open(address: string, pact: Pact): Promise<void> {
  room = null;
  let reply: Response;
  let bytes: ArrayBuffer;
  try {
    reply = await fetch(address, { headers: { accept: 'application/octet-stream' } });
    if (!reply.ok) return tell({ kind: 'failed', why: 'refused' });
    bytes = await bytesOf(reply);
  } catch {
    return tell({ kind: 'failed', why: 'network' });
  }
  try {
    const store = fromBuffer(bytes);
    room = new Room(await scorerOf(store, unreadable), store, pact);
    tell({ kind: 'ready', incidents: store.incidents });
  } catch {
    unreadable();
  }
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'open') void open(data.address, data.pact);
  else
    room
      ?.ask(data.asked, data.grab)
      .then((told) => tell({ kind: 'told', id: data.id, told }), unreadable);
});

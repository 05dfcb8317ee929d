import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { Client } from 'pg';
import { temporaryFolder } from './folder';

const DEBIAN = '/usr/lib/postgresql';

/** The folder of an installed PostgreSQL's programs: on PATH, else Debian's newest; or null. */
export function installedPrograms(): string | null {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const debian = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(DEBIAN, version, 'bin'))
    : [];
  const has = (folder: string) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program)));
  return [...debian, ...path].find(has) ?? null;
}

interface Identity {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: then it runs as `postgres` or `nobody`. */
function unprivileged(): Identity {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    const id = (flag: string) => Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout);
    if (id('-u') > 0) return { uid: id('-u'), gid: id('-g') };
  }
  throw new Error('There is no unprivileged user to run PostgreSQL as.');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function ready(url: string, server: ChildProcess, said: () => string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended at once:\n${said()}`);
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`PostgreSQL did not come up:\n${said()}`);
}

export interface Cluster {
  /** A superuser's address of its first database. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL server of our own on a free loopback port, its files in a temporary folder, or in
 * one that is kept: what was written there the last time is there again.
 */
export async function startCluster(
  programs: string,
  folder: string = temporaryFolder(),
): Promise<Cluster> {
  const who = unprivileged();
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid ?? who.uid);
  const data = join(folder, 'data');
  const create = ['-D', data, '-U', 'servanda', '-A', 'trust', '-E', 'UTF8', '--locale=C'];
  const options = { ...who, cwd: folder };
  if (!existsSync(join(data, 'PG_VERSION')))
    execFileSync(join(programs, 'initdb'), [...create, '--no-sync'], { ...options, stdio: 'pipe' });
  const port = await freePort();
  // A time zone far from UTC: nothing we keep may depend on the server's.
  const settings = ['timezone=America/New_York', 'unix_socket_directories=', 'fsync=off'];
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', `${port}`, '-h', '127.0.0.1', ...settings.flatMap((each) => ['-c', each])],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let output = '';
  server.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const onExit = () => server.kill('SIGQUIT');
  process.once('exit', onExit);
  const url = `postgresql://servanda@127.0.0.1:${port}/postgres`;
  await ready(url, server, () => output);
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        process.removeListener('exit', onExit);
        server.once('exit', () => resolve());
        server.kill('SIGINT');
      }),
  };
}

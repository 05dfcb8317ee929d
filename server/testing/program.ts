import { type ChildProcess, spawn } from 'node:child_process';

export interface Program {
  readonly child: ChildProcess;
  /** Whole lines it has printed so far. */
  lines(): string[];
  stderr(): string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Waits until it has printed so many lines. */
  printed(count: number): Promise<void>;
}

/** Runs one of our TypeScript programs as the scripts do, its database under `folder`. */
export function runProgram(file: string, folder: string): Program {
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', file], {
    env: { ...env, SERVANDA_DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? ''));
  });
  const lines = () => out.split('\n').slice(0, -1);
  const printed = async (count: number) => {
    while (lines().length < count) {
      if (child.exitCode !== null) throw new Error(`It ended early: ${err}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return { child, lines, stderr: () => err, ended, printed };
}

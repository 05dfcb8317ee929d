import 'server-only';
import { readFileSync } from 'node:fs';

/** Field 22 of `/proc/<pid>/stat`, counted after the command's closing bracket. */
const START_TICKS = 19;

/**
 * When a process started, as a word that no other process of this machine shares (boot and clock
 * ticks since it), or null where `/proc` does not tell. A pid alone says too little: pids return.
 */
export function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_TICKS];
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return ticks === undefined ? null : `${boot}/${ticks}`;
  } catch {
    return null;
  }
}

/** Whether the process with this pid and start still runs; a null start means the pid must do. */
export function isRunning(pid: number, start: string | null): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const now = processStart(pid);
  return start === null || now === null || now === start;
}

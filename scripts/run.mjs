import { spawn } from 'node:child_process';
import { root } from './environment.mjs';

/**
 * Runs one program to its end. With `quiet` its output is kept back and shown only if it fails.
 * A limit in milliseconds ends it. Never throws: a program that cannot start ends with code 127.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv, limit?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { quiet = false, env = process.env, limit } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      timeout: limit,
    });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A step failed after saying why; whoever started it only has to stop. */
export class StepFailed extends Error {}

/**
 * Runs a step that everything after it needs. Quiet while all is well; a failure shows what the
 * program said.
 *
 * @param {string} name
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function must(name, program, args, env) {
  const started = Date.now();
  say(`${name} …`);
  const { code, output } = await run(program, args, { quiet: true, ...(env ? { env } : {}) });
  if (code !== 0) {
    process.stderr.write(`${output}\n${name}: failed (${program} ended with code ${code}).\n`);
    throw new StepFailed(name);
  }
  say(`${name}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** One line of progress.
 *
 * @param {string} line
 */
export function say(line) {
  process.stdout.write(`servanda: ${line}\n`);
}

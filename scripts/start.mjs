// `npm start`: from a fresh clone to a running product; the second time only what has changed.
import { build, prepare } from './prepare.mjs';
import { StepFailed } from './run.mjs';
import { serve } from './serve.mjs';

try {
  await prepare();
  await build();
  const { child } = await serve({
    port: Number(process.env.PORT ?? 3000),
    host: process.env.HOST ?? '127.0.0.1',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  // npm runs this through a shell that passes no signal on: follow it when it goes.
  const parent = process.ppid;
  const watch = () => process.ppid !== parent && child.kill('SIGTERM');
  if (process.env.npm_lifecycle_event) setInterval(watch, 500).unref();
  child.on('exit', (code) => process.exit(code ?? 0));
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  process.exit(1);
}

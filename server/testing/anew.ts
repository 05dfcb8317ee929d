import { afterAll, vi } from 'vitest';

// Runs before each test file that is not pure. Files share a worker, and so the packages it has
// loaded, most of what a start costs; our own modules begin anew, and leave nothing behind.
vi.resetModules();
// The engine is the state of a package, and stays with it.
const KEPT = 'servanda.schema engine';
for (const key of Object.getOwnPropertySymbols(globalThis))
  if (key.description?.startsWith('servanda.') && key.description !== KEPT)
    Reflect.deleteProperty(globalThis, key);

const before = { ...process.env };
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  for (const key of Object.keys(process.env)) if (!(key in before)) delete process.env[key];
  Object.assign(process.env, before);
});

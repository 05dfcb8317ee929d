import 'server-only';

/**
 * One value per process, wherever the asking module was loaded from: Next bundles a server module
 * more than once, and reloads it in development.
 */
export function processWide<T extends object>(name: string, make: () => T): T {
  const key = Symbol.for(`servanda.${name}`);
  const found: T | undefined = Reflect.get(globalThis, key);
  if (found !== undefined) return found;
  const made = make();
  Reflect.set(globalThis, key, made);
  return made;
}

import { expect, test } from 'vitest';
import { missingFrom, platformOf } from './lock.mjs';

test('finds the platform packages that no entry holds', () => {
  const packages = {
    '': { optionalDependencies: { 'of-the-root': '1.0.0' } },
    'node_modules/tool': {
      dev: true,
      optionalDependencies: { 'tool-linux-x64': '2.0.0', here: '1.0.0' },
    },
    'node_modules/tool/node_modules/inner': { optionalDependencies: { beside: '1.0.0' } },
    'node_modules/tool/node_modules/beside': { version: '1.0.0' },
    'node_modules/here': { version: '1.0.0' },
  };
  expect(missingFrom(packages)).toEqual([{ name: 'tool-linux-x64', version: '2.0.0', dev: true }]);
});

test.each([
  ['@biomejs/cli-linux-x64-musl', { cpu: ['x64'], libc: ['musl'], os: ['linux'] }],
  ['@next/swc-linux-arm64-gnu', { cpu: ['arm64'], libc: ['glibc'], os: ['linux'] }],
  ['@next/swc-win32-arm64-msvc', { cpu: ['arm64'], os: ['win32'] }],
  ['@biomejs/cli-darwin-arm64', { cpu: ['arm64'], os: ['darwin'] }],
])('reads the platform of %s', (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});

import { expect, test } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from './security-headers';

const page = { nonce: 'abc', api: false, secure: false, development: false };
const named = (about: typeof page) => new Map(securityHeaders(about));

test('scripts run by their nonce only', () => {
  const policy = contentSecurityPolicy(page);
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(policy).not.toContain('upgrade-insecure-requests');
});

test('an answer for programs may load nothing', () => {
  expect(contentSecurityPolicy({ ...page, api: true })).toMatch(/^default-src 'none'/);
});

test('https is insisted on only where it is there', () => {
  expect(named(page).has('Strict-Transport-Security')).toBe(false);
  expect(named({ ...page, secure: true }).get('Strict-Transport-Security')).toMatch(/max-age=\d+/);
  expect(contentSecurityPolicy({ ...page, secure: true })).toContain('upgrade-insecure-requests');
});

test('no page is framed by another site, but a chart that is meant to be', () => {
  expect(contentSecurityPolicy(page)).toContain("frame-ancestors 'none'");
  expect(named(page).get('X-Frame-Options')).toBe('DENY');
  const embedded = { ...page, embedded: true };
  expect(contentSecurityPolicy(embedded)).toContain('frame-ancestors *');
  expect(named(embedded).has('X-Frame-Options')).toBe(false);
  expect(contentSecurityPolicy({ ...embedded, api: true })).toContain("frame-ancestors 'none'");
});

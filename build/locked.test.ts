import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lockOf, neededBy, placeOf, type Lock } from './locked';

const whole = JSON.parse(readFileSync(resolve(__dirname, '..', 'package-lock.json'), 'utf8')) as Lock;
const own = { name: 'reader', version: '0.1.0', dependencies: { 'wx-server-sdk': '4.0.2' } };

const nested: Lock = {
  packages: {
    'node_modules/a': { version: '1.0.0', dependencies: { b: '^2.0.0' } },
    'node_modules/a/node_modules/b': { version: '2.0.0', dependencies: { c: '*' } },
    'node_modules/b': { version: '1.0.0' },
    'node_modules/c': { version: '1.0.0', optionalDependencies: { missing: '*' } },
  },
};

describe('the lock file of a function', () => {
  it('takes a dependency from where Node would: its own folder first, then further up', () => {
    expect(placeOf(nested, 'node_modules/a', 'b')).toBe('node_modules/a/node_modules/b');
    expect(placeOf(nested, 'node_modules/a/node_modules/b', 'c')).toBe('node_modules/c');
    expect(placeOf(nested, '', 'd')).toBeUndefined();
  });
  it('has what is needed and nothing else, and does without what is optional', () => {
    expect(neededBy(nested, ['a'])).toEqual([
      'node_modules/a',
      'node_modules/a/node_modules/b',
      'node_modules/c',
    ]);
    expect(() => neededBy({ packages: {} }, ['a'])).toThrow('has no a');
  });
  it('fixes every package under the SDK by version and sum', () => {
    const { packages } = lockOf(whole, own) as { packages: Record<string, { integrity?: string }> };
    const { '': root, ...locked } = packages;
    expect(root).toEqual(own);
    expect(Object.keys(locked).length).toBeGreaterThan(30);
    expect(Object.entries(locked).filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual(
      [],
    );
    expect(JSON.stringify(locked)).not.toMatch(/"dev":|"resolved":|typescript|jest/);
  });
});

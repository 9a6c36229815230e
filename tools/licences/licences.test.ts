import { findingsOf, SCRIPTS } from './findings';
import { installedPackages } from './installed';

const one = { name: 'one', version: '1.0.0', license: 'MIT', ships: true };

describe('licences', () => {
  it('of what is given on allow it', async () => {
    const packages = await installedPackages();
    expect(packages.length).toBeGreaterThan(500);
    expect(packages.filter(({ ships }) => ships).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['tdesign-miniprogram', 'wx-server-sdk', 'valibot']),
    );
    expect(findingsOf(packages)).toEqual([]);
    const running = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
    expect(Object.keys(SCRIPTS).filter((name) => !running.includes(name))).toEqual([]);
  });

  it('that are unknown, missing or not for giving on are found', () => {
    const { license: _license, ...without } = one;
    expect(findingsOf([one, { ...one, license: 'GPL-3.0' }, without])).toEqual([
      'one: licence GPL-3.0, and it is given on',
      'one: licence none, and it is given on',
    ]);
    const data = { ...one, name: 'mdn-data', license: 'MPL-2.0' };
    expect(findingsOf([{ ...data, ships: false }])).toEqual([]);
    expect(findingsOf([data])).toHaveLength(1);
  });
});

it('a script that runs at an install is found unless somebody has said why it may', () => {
  expect(findingsOf([{ ...one, hasInstallScript: true }])).toEqual([
    'one: runs a script when it is installed',
  ]);
});

import type { LockedPackage } from '../../build/locked';

/** Licences under which this may be given on, as packages write them. */
const ALLOWED = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Apache-2.0 AND MIT',
  'MIT AND Apache-2.0',
  '(MIT OR CC0-1.0)',
];

/** Data that tools of development read; nothing of it is given on. */
const FOR_TOOLS_ALONE: Record<string, string> = {
  // Run by `npm run axe` as it came; no file of it is changed or given on.
  'axe-core': 'MPL-2.0',
  'caniuse-lite': 'CC-BY-4.0',
  'mdn-data': 'MPL-2.0',
};

/** Say none. Parts of Tencent's SDK, which the cloud installs from where Tencent put them. */
const SAY_NONE = ['@cloudbase/signature-nodejs', '@cloudbase/wx-cloud-client-sdk'];

/** What may run a script of its own at an install, and why. */
export const SCRIPTS: Record<string, string> = {
  '@parcel/watcher': 'chooses its binary, under jest’s watching',
  '@swc/core': 'chooses its binary',
  esbuild: 'chooses its binary',
  'core-js-pure': 'prints a request for gifts',
  lmdb: 'chooses its binary: what the local cloud keeps',
  'msgpackr-extract': 'chooses its binary, under lmdb',
  // Under the SDK, in the cloud as well.
  protobufjs: 'looks at the range in which its user asks for it',
};

export interface Installed extends LockedPackage {
  name: string;
  /** Reaches WeChat: in the mini program, in a bundle, or installed in the cloud. */
  ships: boolean;
}

const isAllowed = ({ name, license, ships }: { name: string; license: string; ships: boolean }): boolean =>
  ALLOWED.includes(license) ||
  (license === 'none' && SAY_NONE.includes(name)) ||
  (!ships && FOR_TOOLS_ALONE[name] === license);

/** Each package with what is wrong with it. */
export const findingsOf = (packages: readonly Installed[]): string[] =>
  packages.flatMap(({ name, license = 'none', ships, hasInstallScript }) => [
    ...(isAllowed({ name, license, ships })
      ? []
      : [`${name}: licence ${license}${ships ? ', and it is given on' : ''}`]),
    ...(hasInstallScript && !(name in SCRIPTS) ? [`${name}: runs a script when it is installed`] : []),
  ]);

import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { circlesIn } from '../tools/house/circles';
import { linksIn } from '../tools/house/links';
import { readTree, sourceOf } from '../tools/house/sources';

/**
 * The import table of docs/architecture.md, read off the code. First match wins; every path is relative to
 * the repository.
 */

const root = resolve(__dirname, '..');

interface Rule {
  /** Files the rule is for. */
  files: RegExp;
  /** Own files and packages that these may import. */
  may: RegExp[];
  /** Only types may come from here. */
  typesFrom?: RegExp[];
}

const CONTRACT = /^typings\/contract(\/|$)/;
const DOCUMENTS = /^cloudfunctions\/(documents(\/[\w-]+)?|collections)$/;
const KERNEL = /^cloudfunctions\/kernel\//;
/** What of the kernel reads nothing but its arguments. */
const PURE_KERNEL = /^cloudfunctions\/kernel\/(local-date|loan-id|roles|scan|validate)$/;
const CIRCULATION = /^cloudfunctions\/circulation\//;
const SEARCH = /^cloudfunctions\/search\//;
const ANSWERS = /^cloudfunctions\/answers\//;
const EXCHANGE = /^cloudfunctions\/exchange\//;
const CATALOGUING = /^cloudfunctions\/cataloguing\//;
const MEMBERSHIP = /^cloudfunctions\/membership\//;
const COMMUNITY = /^cloudfunctions\/community\//;
const REFERENCE = /^cloudfunctions\/reference\//;
const MEDIA = /^cloudfunctions\/media\//;
const RECOMMENDING = /^cloudfunctions\/recommending\//;
const FIGURES = /^cloudfunctions\/figures\//;
/** The rooms of pure rules that reads, steps and views may ask. */
const RULE_ROOMS = [
  CIRCULATION,
  MEMBERSHIP,
  COMMUNITY,
  REFERENCE,
  MEDIA,
  CATALOGUING,
  SEARCH,
  ANSWERS,
  RECOMMENDING,
  FIGURES,
];
const READS = /^cloudfunctions\/reads\//;
const VIEWS = /^cloudfunctions\/views\//;
const STEPS = /^cloudfunctions\/steps\//;
const PLATFORM = /^cloudfunctions\/platform\//;
const BULK = /^bulk\//;
const BUILD = /^build\//;
const CLOUD_FUNCTIONS = /^cloudfunctions\//;
const NODE = /^node:/;
/** What tests of the rules are made of. */
const MATERIAL = /^tests\/(builders|scenarios)\//;
/** Anything but these folders of ours: packages, and what lies below. */
const allBut = (...folders: string[]): RegExp => new RegExp(`^(?!(${folders.join('|')})/)`);
const PURE_PACKAGES = /^(dayjs|valibot)(\/|$)/;

/** `{feature}` stands for the feature of the importing file. */
const RULES: Rule[] = [
  // Tests beside the functions may ask for material; nothing of the product may.
  {
    files: /^cloudfunctions\/.*\.test\.ts$/,
    may: [CLOUD_FUNCTIONS, MATERIAL, NODE, /^(fast-check|fflate)$/],
    typesFrom: [CONTRACT],
  },
  { files: /^typings\/contract\//, may: [], typesFrom: [CONTRACT] },
  {
    files: /^cloudfunctions\/(documents\/[\w-]+|collections)\.ts$/,
    may: [],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  {
    files: /^cloudfunctions\/kernel\//,
    may: [KERNEL, PURE_PACKAGES, /^node:crypto$/],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  {
    files: /^cloudfunctions\/circulation\//,
    may: [CIRCULATION, PURE_KERNEL, /^valibot$/],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  {
    files: /^cloudfunctions\/search\//,
    may: [SEARCH, /^tables\/(readings|simplified)\.json$/],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  {
    files: /^cloudfunctions\/answers\//,
    may: [ANSWERS, SEARCH],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  {
    files: /^cloudfunctions\/exchange\//,
    may: [
      EXCHANGE,
      /^tables\/eacc\.json$/,
      /^cloudfunctions\/search\/(isbn|fold)$/,
      /^(csv-parse|saxes|fflate|parse5)$/,
    ],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  {
    files: /^cloudfunctions\/membership\//,
    may: [MEMBERSHIP, PURE_KERNEL],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  {
    files: /^cloudfunctions\/community\//,
    may: [COMMUNITY, PURE_KERNEL, /^node:crypto$/],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  {
    files: /^cloudfunctions\/reference\//,
    may: [REFERENCE, PURE_KERNEL],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  {
    files: /^cloudfunctions\/media\//,
    may: [MEDIA, PURE_KERNEL],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  {
    files: /^cloudfunctions\/recommending\//,
    may: [RECOMMENDING, SEARCH],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  {
    files: /^cloudfunctions\/figures\//,
    may: [FIGURES, PURE_KERNEL],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  {
    files: /^cloudfunctions\/cataloguing\//,
    may: [CATALOGUING, CIRCULATION, SEARCH, /^cloudfunctions\/kernel\/scan$/, /^node:crypto$/],
    typesFrom: [CONTRACT, DOCUMENTS, EXCHANGE],
  },
  {
    files: /^cloudfunctions\/reads\//,
    may: [READS, ...RULE_ROOMS, KERNEL],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  {
    files: /^cloudfunctions\/steps\//,
    may: [STEPS, READS, ...RULE_ROOMS, KERNEL],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  {
    files: /^cloudfunctions\/views\//,
    may: [VIEWS, ...RULE_ROOMS, PURE_KERNEL],
    typesFrom: [CONTRACT, DOCUMENTS, READS, /^cloudfunctions\/kernel\/context$/],
  },
  {
    files: /^cloudfunctions\/features\//,
    may: [
      /^cloudfunctions\/features\/{feature}\//,
      READS,
      STEPS,
      VIEWS,
      ...RULE_ROOMS,
      EXCHANGE,
      KERNEL,
      PURE_PACKAGES,
      /^isbn3$/,
    ],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  {
    files: /^cloudfunctions\/platform\//,
    may: [PLATFORM, KERNEL, /^wx-server-sdk$/, /^node:crypto$/],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  {
    files: /^cloudfunctions\/(reader|staff|finder|jobs|indexer|pushes)\//,
    may: [/^cloudfunctions\/features\/[^/]+(\/([\w-]+\.job|for-staff))?$/, READS, PLATFORM, KERNEL],
    typesFrom: [CONTRACT],
  },
  {
    files: /^miniprogram\/features\//,
    may: [
      /^miniprogram\/features\/{feature}\//,
      /^miniprogram\/(components|lib)\//,
      /^(dayjs|qrcode-generator)(\/|$)/,
    ],
    typesFrom: [CONTRACT],
  },
  {
    files: /^miniprogram\//,
    may: [/^miniprogram\/(pages|components|lib)\//, /^(dayjs|qrcode-generator)(\/|$)/],
    typesFrom: [CONTRACT],
  },
  // Data, and the scripts that make it out of packages.
  { files: /^tables\//, may: [/^tables\//, NODE, /^(commander|opencc-js|pinyin-pro)(\/|$)/] },
  // Below the command line: how functions are built, and how whole catalogues come in and go out.
  { files: /^build\//, may: [BUILD, NODE, /^esbuild$/] },
  {
    files: /^bulk\//,
    may: [BULK, CATALOGUING, EXCHANGE, SEARCH, STEPS, VIEWS, KERNEL, NODE, /^mingo$/],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  {
    files: /^demo\//,
    may: [/^demo\//, BULK, CLOUD_FUNCTIONS, NODE, /^(chinese-days)$/],
    typesFrom: [CONTRACT],
  },
  // What stages pages for the preview's own tests stands above it.
  { files: /^local\/preview\/fixtures\//, may: [allBut('tools', 'demo')] },
  { files: /^local\//, may: [allBut('tools', 'tests', 'demo')] },
  // What measures and photographs the local cloud stands above it; other tools know nothing of it.
  { files: /^tools\/(bench|screenshots)(\/|\.ts$)/, may: [/./] },
  { files: /^tools\//, may: [allBut('local', 'tests')] },
  {
    files: /^tests\/(builders|scenarios)\//,
    may: [MATERIAL, ...RULE_ROOMS, PURE_KERNEL],
    typesFrom: [CONTRACT, DOCUMENTS],
  },
  { files: /^tests\//, may: [/./] },
];

interface Import {
  file: string;
  target: string;
  typeOnly: boolean;
}

/** Tests stand beside the code and above it; those of the functions are held to their own row. */
const sourceFiles = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.ts$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !/(node_modules|miniprogram_npm)\//.test(file))
    .filter((file) => /^cloudfunctions\//.test(file) || !/\.test\.ts$/.test(file));

const importsOf = (file: string, source: string): Import[] =>
  [
    ...source.matchAll(
      /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|(?:require|import)\(\s*['"]([^'"]+)['"]\s*\)/gm,
    ),
  ].map(([, type, stated, called]) => {
    const specifier = stated ?? called ?? '';
    const target = specifier.startsWith('.')
      ? relative(root, resolve(root, dirname(file), specifier))
      : specifier;
    return { file, target, typeOnly: type !== undefined };
  });

const violationsIn = (file: string, source: string): string[] => {
  const rule = RULES.find((each) => each.files.test(file));
  if (!rule) return [`${file}: no rule of the house is for this place`];
  const feature = file.match(/^(?:cloudfunctions|miniprogram)\/features\/([^/]+)\//)?.[1] ?? '';
  const allows = (pattern: RegExp, target: string) =>
    new RegExp(pattern.source.replace('{feature}', feature)).test(target);
  const imports = importsOf(file, source)
    .filter(
      ({ target, typeOnly }) =>
        ![...rule.may, ...(typeOnly ? (rule.typesFrom ?? []) : [])].some((pattern) =>
          allows(pattern, target),
        ),
    )
    .map(({ target, typeOnly }) => `${file}: must not import ${typeOnly ? 'even types of ' : ''}${target}`);
  const wxCloud =
    /^miniprogram\//.test(file) &&
    !/^miniprogram\/(lib\/|app\.ts$)/.test(file) &&
    /\bwx\.cloud\b/.test(source);
  const clock =
    /^cloudfunctions\/(circulation|membership|community|search|answers|exchange|cataloguing|reads|steps|views|features|kernel)\//.test(
      file,
    ) && /\bnew Date\(\)|\bDate\.now\(\)|\bMath\.random\(/.test(source);
  return [
    ...imports,
    ...(wxCloud ? [`${file}: only miniprogram/lib knows wx.cloud`] : []),
    ...(clock ? [`${file}: reads a clock or rolls dice below platform`] : []),
  ];
};

describe('the house', () => {
  const files = [
    'typings/contract',
    'cloudfunctions',
    'miniprogram',
    'build',
    'bulk',
    'tables',
    'local',
    'tools',
    'demo',
    'tests/builders',
    'tests/scenarios',
  ].flatMap(sourceFiles);

  it('is read: every part of it has files', () => {
    for (const part of [
      'typings/contract/',
      'cloudfunctions/features/',
      'cloudfunctions/platform/',
      'miniprogram/features/',
      'local/cloud/',
      'bulk/import/',
      'build/',
    ]) {
      expect(files.some((file) => file.startsWith(part))).toBe(true);
    }
  });

  it('keeps its import table', () => {
    expect(files.flatMap((file) => violationsIn(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it.each([
    [
      'cloudfunctions/features/loans/x.ts',
      "import { place } from '../holds/place';",
      'cloudfunctions/features/holds/place',
    ],
    ['cloudfunctions/features/loans/x.ts', "import cloud from 'wx-server-sdk';", 'wx-server-sdk'],
    [
      'cloudfunctions/circulation/x.ts',
      "import { database } from '../platform/database';",
      'cloudfunctions/platform/database',
    ],
    [
      'cloudfunctions/answers/x.ts',
      "import { reading } from '../kernel/operation';",
      'cloudfunctions/kernel/operation',
    ],
    ['cloudfunctions/exchange/x.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['cloudfunctions/circulation/x.ts', 'export const today = () => new Date();', 'reads a clock'],
    ['cloudfunctions/circulation/x.ts', "import { answer } from '../kernel/answer';", 'kernel/answer'],
    ['cloudfunctions/circulation/x.ts', "import { loansOf } from '../reads/loans';", 'reads/loans'],
    ['cloudfunctions/membership/x.ts', "import { readerAsking } from '../reads/asking';", 'reads/asking'],
    ['cloudfunctions/reads/x.ts', "import { renewLoan } from '../steps/renewing';", 'steps/renewing'],
    ['cloudfunctions/reads/x.ts', "import { loanView } from '../views/loans';", 'views/loans'],
    ['cloudfunctions/steps/x.ts', "import { loanView } from '../views/loans';", 'views/loans'],
    ['cloudfunctions/steps/x.ts', "import type { Loans } from '../features/loans';", 'features/loans'],
    ['cloudfunctions/views/x.ts', "import { loansOf } from '../reads/loans';", 'reads/loans'],
    ['cloudfunctions/views/x.ts', "import { isIn } from '../kernel/database';", 'kernel/database'],
    ['cloudfunctions/views/x.ts', "import { renewLoan } from '../steps/renewing';", 'steps/renewing'],
    ['cloudfunctions/reader/index.ts', "import { loanView } from '../views/loans';", 'views/loans'],
    ['cloudfunctions/documents/x.ts', "import { addDays } from '../kernel/local-date';", 'kernel/local-date'],
    [
      'cloudfunctions/kernel/x.ts',
      "import { loans } from '../features/loans';",
      'cloudfunctions/features/loans',
    ],
    [
      'miniprogram/features/loans/x.ts',
      "import { answer } from '../../../cloudfunctions/kernel/answer';",
      'cloudfunctions/kernel/answer',
    ],
    [
      'miniprogram/features/loans/x.ts',
      "import { Loan } from '../../../typings/contract/loans';",
      'typings/contract/loans',
    ],
    [
      'miniprogram/features/loans/x.ts',
      "wx.cloud.callFunction({ name: 'reader' });",
      'only miniprogram/lib knows wx.cloud',
    ],
    ['miniprogram/pages/home/x.ts', "import { startCloud } from '../../../local/cloud';", 'local/cloud'],
    ['typings/contract/x.ts', "export { z } from 'zod';", 'zod'],
    ['local/cli/x.ts', "import { packMiniProgram } from '../../tools/sizes/pack';", 'tools/sizes/pack'],
    ['tools/deploy/x.ts', "import { startCloud } from '../../local/cloud/index';", 'local/cloud/index'],
    ['bulk/import/x.ts', "import { startCloud } from '../../local/cloud/index';", 'local/cloud/index'],
    [
      'bulk/import/x.ts',
      "import { database } from '../../cloudfunctions/platform/database';",
      'platform/database',
    ],
    ['tables/x.ts', "import { simplified } from '../cloudfunctions/search/simplified';", 'search/simplified'],
    ['build/x.ts', "import { importFiles } from '../bulk/import/index';", 'bulk/import/index'],
    ['demo/x.ts', "import type { Cloud } from '../local/cloud/index';", 'local/cloud/index'],
    [
      'cloudfunctions/circulation/x.ts',
      "import { aReader } from '../../tests/builders/documents';",
      'tests/builders',
    ],
    [
      'cloudfunctions/circulation/x.test.ts',
      "import { person } from '../../tests/e2e/person';",
      'tests/e2e/person',
    ],
    ['tests/builders/x.ts', "import { loansOf } from '../../cloudfunctions/reads/loans';", 'reads/loans'],
    ['elsewhere/x.ts', '', 'no rule'],
  ])('catches a planted violation in %s: %s', (file, source, culprit) => {
    expect(violationsIn(file, source).join()).toContain(culprit);
  });
});

describe('circles between files', () => {
  const inTree = (files: Record<string, string>): string[][] =>
    circlesIn(linksIn(Object.entries(files).map(([path, text]) => sourceOf(path, text))));

  it('there are none in the whole repository, of types neither', () => {
    const sources = readTree(root);
    expect(sources.length).toBeGreaterThan(900);
    expect(circlesIn(linksIn(sources))).toEqual([]);
  });

  it.each([
    ["import { b } from './b';", "import { a } from './a';"],
    ["import type { B } from './b';", "import type { A } from './a';"],
    ["export type { B } from './b';", "export * from './a';"],
    ["export type A = import('./b').B;", "const a = require('./a');"],
  ])('catches a planted one: %s with %s', (a, b) => {
    expect(inTree({ 'local/a.ts': a, 'local/b.ts': b })).toEqual([['local/a.ts', 'local/b.ts']]);
  });

  it('catches a planted one of types over three files', () => {
    const three = {
      'local/a.ts': "import type { B } from './b';",
      'local/b.ts': "import { type C } from './c';",
      'local/c.ts': "import type { A } from './a';",
    };
    expect(inTree(three)).toEqual([['local/a.ts', 'local/b.ts', 'local/c.ts']]);
  });
});

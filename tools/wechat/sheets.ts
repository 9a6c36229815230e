import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss, { type AtRule, type Declaration, type Root, type Rule } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { enginesOf } from './base-library';
import { compatOf, type Compat } from './compat';
import { filesBelow } from './compiles';
import type { Finding, Looked } from './finding';
import { ROOT } from './installed';

/** DevTools writes the prefixed form beside these (样式补全). */
const PREFIXED_BY_DEVTOOLS = /^(user-select|text-size-adjust|appearance|backdrop-filter)$/;

const lineOf = (node: { source?: { start?: { line: number } | undefined } | undefined }): number =>
  node.source?.start?.line ?? 1;

const neighbours = (declaration: Declaration): Declaration[] =>
  (declaration.parent?.nodes ?? []).filter((node) => node.type === 'decl');

/** An earlier value of the same property is what an engine keeps that does not know the later one. */
const hasFallback = (declaration: Declaration): boolean => {
  const all = neighbours(declaration);
  return all.slice(0, all.indexOf(declaration)).some(({ prop }) => prop === declaration.prop);
};

const isPrefixed = (declaration: Declaration): boolean =>
  PREFIXED_BY_DEVTOOLS.test(declaration.prop) ||
  neighbours(declaration).some(({ prop }) => prop === `-webkit-${declaration.prop}`);

/** What a declaration uses: each as a path of MDN's tree, with the words for it. */
const usesOf = ({ prop, value }: Declaration): { path: string[]; words: string }[] => [
  { path: ['properties', prop], words: prop },
  ...[...value.matchAll(/(?<![\w-])([a-z][a-z-]*)(?![\w(-])/g)].map(([, word = '']) => ({
    path: ['properties', prop, word],
    words: `${prop}: ${word}`,
  })),
  ...[...value.replace(/url\([^)]*\)/g, '').matchAll(/(?<![\w-])([a-z][a-z-]*)\(/g)].map(([, name = '']) => ({
    path: ['types', name],
    words: `${name}()`,
  })),
];

const isFlex = (declaration: Declaration): boolean =>
  neighbours(declaration).some(({ prop, value }) => prop === 'display' && value.endsWith('flex'));

const findingsInDeclaration = (file: string, declaration: Declaration, known: Compat): Finding[] => {
  const { prop } = declaration;
  if (prop.startsWith('--') || prop.startsWith('-webkit-')) return [];
  const here = { file, line: lineOf(declaration) };
  if (!known.isKnown('properties', prop)) return [{ ...here, says: `${prop} is no property that is known` }];
  return usesOf(declaration).flatMap(({ path, words }): Finding[] => {
    const lacks = known.lacking(...path);
    if (lacks === undefined || hasFallback(declaration) || isPrefixed(declaration)) return [];
    return [{ ...here, says: `${words}: ${lacks}` }];
  });
};

const findingsInAtRule = (file: string, rule: AtRule, known: Compat): Finding[] => {
  const features = [...rule.params.matchAll(/\(\s*([\w-]+)\s*:/g)].map(([, name = '']) => name);
  const paths = [[rule.name], ...(rule.name === 'media' ? features.map((name) => ['media', name]) : [])];
  return paths.flatMap((path): Finding[] => {
    const lacks = known.lacking('at-rules', ...path);
    return lacks === undefined ? [] : [{ file, line: lineOf(rule), says: `@${path.join(' ')}: ${lacks}` }];
  });
};

/** In the sheet of a component only classes reach: WeChat drops tags, ids and attributes there. */
const findingsInSelector = (file: string, rule: Rule, isComponent: boolean, known: Compat): Finding[] => {
  const findings: Finding[] = [];
  const found = (says: string): void => void findings.push({ file, line: lineOf(rule), says });
  selectorParser((all) => {
    all.walk((node) => {
      if (node.type === 'universal') found('* is no selector of WXSS');
      if (isComponent && (node.type === 'tag' || node.type === 'id' || node.type === 'attribute'))
        found(`${String(node).trim()}: a component's sheet takes classes alone`);
      if (node.type === 'pseudo') {
        const lacks = known.lacking('selectors', node.value.replace(/^:+/, ''));
        if (lacks !== undefined) found(`${node.value}: ${lacks}`);
      }
    });
  }).processSync(rule.selector);
  return findings;
};

interface Sheet {
  findings: Finding[];
  /** Flex gaps: the engines that lack them show the same page without these spaces. */
  gaps: number;
}

export const lookAtSheet = (
  file: string,
  text: string,
  { isComponent, known }: { isComponent: boolean; known: Compat },
): Sheet => {
  const root: Root = postcss.parse(text, { from: file });
  const sheet: Sheet = { findings: [], gaps: 0 };
  root.walkAtRules((rule) => void sheet.findings.push(...findingsInAtRule(file, rule, known)));
  root.walkRules((rule) => {
    const { parent } = rule;
    if (parent?.type === 'atrule' && (parent as AtRule).name === 'keyframes') return;
    sheet.findings.push(...findingsInSelector(file, rule, isComponent, known));
  });
  root.walkDecls((declaration) => {
    sheet.findings.push(...findingsInDeclaration(file, declaration, known));
    if (declaration.prop.endsWith('gap') && isFlex(declaration)) sheet.gaps++;
  });
  return sheet;
};

export const sheetsAreOldEnough = (): Looked => {
  const folder = join(ROOT, 'miniprogram');
  const engines = enginesOf();
  const known = compatOf(engines);
  const isComponent = (path: string): boolean => {
    const json = join(folder, path.replace(/\.wxss$/, '.json'));
    return existsSync(json) && /"component":\s*true/.test(readFileSync(json, 'utf8'));
  };
  const sheets = filesBelow(folder, /\.wxss$/)
    .filter((path) => !path.startsWith('miniprogram_npm/'))
    .map((path) =>
      lookAtSheet(`miniprogram/${path}`, readFileSync(join(folder, path), 'utf8'), {
        isComponent: isComponent(path),
        known,
      }),
    );
  const gaps = sheets.reduce((sum, sheet) => sum + sheet.gaps, 0);
  return {
    name: `sheets on iOS ${engines.ios} and Chrome ${engines.chrome}`,
    counted: `${sheets.length} sheets, ${gaps} flex gaps`,
    findings: sheets.flatMap(({ findings }) => findings),
  };
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUpTo, LOWEST } from './base-library';
import { attributeSince, isBuiltIn, isTaken } from './built-ins';
import { filesBelow } from './compiles';
import { lineAt, type Finding, type Looked } from './finding';
import { ROOT } from './installed';

const TAG = /<([a-z][\w-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/?>/g;
/** What would show an icon of TDesign's font, which is not packed and lies on a remote host. */
const ICON_OF_TDESIGN = /^(icon|clearable|close-btn|closeBtn|left-icon|leftIcon|prefix-icon|suffix-icon)$/;
const ATTRIBUTE = /([^\s=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'))?/g;

/** Comments become blanks of the same length: lines and places stay. */
const withoutComments = (text: string): string =>
  text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));

/** Tags that are neither WeChat's nor named in the json, and attributes that WeChat's do not have. */
export const findingsInTemplate = (
  file: string,
  text: string,
  components: readonly string[],
  lowest: string = LOWEST,
): Finding[] =>
  [...withoutComments(text).matchAll(TAG)].flatMap(({ 0: whole, 1: tag = '', 2: attributes = '', index }) => {
    const line = lineAt(text, index);
    const names = [...attributes.matchAll(ATTRIBUTE)];
    if (tag.startsWith('t-'))
      return names
        .filter(([, name = '']) => ICON_OF_TDESIGN.test(name))
        .map(([, name = '']) => ({
          file,
          line,
          says: `${name} of <${tag}> wants an icon of TDesign's font`,
        }));
    if (components.includes(tag)) return [];
    if (!isBuiltIn(tag))
      return [{ file, line, says: `<${tag}> is no component of WeChat's that is known here` }];
    const from = index + whole.indexOf(attributes);
    return names.flatMap(({ 1: name = '', index: at }): Finding[] => {
      const since = attributeSince(tag, name);
      const here = { file, line: lineAt(text, from + at) };
      if (since === undefined)
        return [{ ...here, says: `<${tag}> has no attribute ${name} that is known here` }];
      if (since === '' || isUpTo(since, lowest)) return [];
      return [{ ...here, says: `${name} of <${tag}> needs base library ${since}; the lowest is ${lowest}` }];
    });
  });

const usedBy = (json: string): string[] =>
  Object.keys((JSON.parse(json) as { usingComponents?: object }).usingComponents ?? {});

/** A custom component that bears the name of one of WeChat's. */
export const findingsInNames = (file: string, json: string): Finding[] =>
  usedBy(json)
    .filter(isTaken)
    .map((name) => ({
      file,
      line: lineAt(json, json.indexOf(`"${name}"`)),
      says: `the component is called ${name}, as one of WeChat's is`,
    }));

export const templatesAreKnown = (): Looked[] => {
  const folder = join(ROOT, 'miniprogram');
  const own = (ending: RegExp): { path: string; text: string }[] =>
    filesBelow(folder, ending)
      .filter((path) => !path.startsWith('miniprogram_npm/'))
      .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const settings = own(/\.json$/);
  const templates = own(/\.wxml$/);
  const componentsOf = (path: string): string[] => {
    const json = settings.find((one) => one.path === path.replace(/\.wxml$/, '.json'));
    // A template that others import is shown with the components of those.
    return json ? usedBy(json.text) : [...new Set(settings.flatMap(({ text }) => usedBy(text)))];
  };
  return [
    {
      name: 'components and attributes',
      counted: `${templates.length} templates`,
      findings: templates.flatMap(({ path, text }) =>
        findingsInTemplate(`miniprogram/${path}`, text, componentsOf(path)),
      ),
    },
    {
      name: 'names of components',
      counted: `${settings.length} files`,
      findings: settings.flatMap(({ path, text }) => findingsInNames(`miniprogram/${path}`, text)),
    },
  ];
};

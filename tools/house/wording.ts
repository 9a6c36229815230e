import * as ts from 'typescript';
import { nodesIn, type Sheet, type Source } from './sources';

/** What people read, and where it stands. */
interface Spoken {
  where: string;
  text: string;
}

/** A row of the table in docs/wording.md: what is not written, and what is instead. */
interface Unwanted {
  form: RegExp;
  instead: string;
}

const ROW = /^\| `(?<form>.+?)` \| (?<instead>[^|]+) \|/;

/** The rows under "What is not written"; alternatives stand with `\\|`, as tables of Markdown want it. */
export const unwantedIn = (page: string): Unwanted[] =>
  page.split('\n').flatMap((line) => {
    const row = ROW.exec(line)?.groups;
    return row
      ? [{ form: new RegExp(row['form']?.replaceAll('\\|', '|') ?? ''), instead: row['instead'] ?? '' }]
      : [];
  });

/** Every text in a source's code; comments and the names of things are none. */
export const textsIn = ({ path, syntax }: Source): Spoken[] =>
  [...nodesIn(syntax)]
    .filter((node) => ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node))
    .map((node) => ({
      where: `${path}:${syntax.getLineAndCharacterOfPosition(node.getStart(syntax)).line + 1}`,
      text: (node as ts.LiteralLikeNode).text,
    }));

/** Every line of a template, its labels for screen readers included. */
export const linesOfTemplate = ({ path, text }: Sheet): Spoken[] =>
  text.split('\n').map((line, n) => ({ where: `${path}:${n + 1}`, text: line }));

export const unwantedWords = (spoken: readonly Spoken[], unwanted: readonly Unwanted[]): string[] =>
  spoken.flatMap(({ where, text }) =>
    unwanted
      .filter(({ form }) => form.test(text))
      .map(({ form, instead }) => `${where}: ${form.exec(text)?.[0] ?? ''} → ${instead.trim()}`),
  );

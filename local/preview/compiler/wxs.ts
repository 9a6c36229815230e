/**
 * WXS differs from JavaScript where templates would notice: `value.constructor === 'Array'` compares with a
 * name, an unknown escape in a pattern keeps its backslash, and `require` takes the ending. `__wxsType` is a
 * getter that the host puts on every value.
 */
export function rewriteWxs(source: string): string {
  return source
    .replace(/\.constructor\b/g, '.__wxsType')
    .replace(
      /require\(\s*(['"])([^'"]+?)\.wxs\1\s*\)/g,
      (_all, quote: string, name: string) => `require(${quote}${name}${quote})`,
    )
    .replace(/getRegExp\(\s*(['"])((?:\\.|(?!\1).)*)\1/g, (_all, quote: string, pattern: string) => {
      const kept = pattern.replace(/\\([\s\S])/g, (escape, letter: string) =>
        '\\\'"nrt0'.includes(letter) ? escape : `\\${escape}`,
      );
      return `getRegExp(${quote}${kept}${quote}`;
    });
}

/** Paths (without ending) that a WXS source requires. */
export function requiredWxs(source: string): string[] {
  return [...source.matchAll(/require\(\s*['"]([^'"]+?)(?:\.wxs)?['"]\s*\)/g)].map(
    (match) => match[1] as string,
  );
}

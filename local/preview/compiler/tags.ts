interface TagUse {
  tag: string;
  line: number;
  column: number;
}

/**
 * Every opening tag of a WXML source with its place; comments, wxs bodies and attribute strings are skipped.
 */
export function tagsOf(source: string): TagUse[] {
  const found: TagUse[] = [];
  const pattern =
    /<!--[\s\S]*?-->|<wxs\b[\s\S]*?(?:\/>|<\/wxs>)|\{\{[\s\S]*?\}\}|<([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
  for (const match of source.matchAll(pattern)) {
    if (!match[1]) continue;
    const before = source.slice(0, match.index);
    const line = before.split('\n').length;
    found.push({ tag: match[1], line, column: match.index - before.lastIndexOf('\n') });
  }
  return found;
}

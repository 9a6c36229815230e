/** What is told about a person. */
export type PersonalKind =
  'name' | 'phone' | 'identity' | 'bank' | 'address' | 'account' | 'mail' | 'plate' | 'card';

/** A part of a text, in UTF-16 units, `to` exclusive. */
export interface Span {
  from: number;
  to: number;
  kind: PersonalKind;
}

/** What of the talk and the library is known before a text is read. */
export interface Known {
  /** Of whoever talks: each is taken out wherever it stands. */
  names: readonly string[];
  /** Card numbers of this library begin so. */
  cardPrefix: string;
  /** The library's own telephones and addresses, which stay. */
  own: readonly string[];
}

/** Every match of a pattern, or of its first group where it has one, as a span. */
export function found(text: string, pattern: RegExp, kind: PersonalKind): Span[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const part = match[1] ?? match[0];
    const from = match.index + match[0].lastIndexOf(part);
    return part === '' ? [] : [{ from, to: from + part.length, kind }];
  });
}

/** Spans in order; of two that overlap the one that was found before the other. */
export function apart(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans)
    if (!kept.some(({ from, to }) => span.from < to && from < span.to)) kept.push(span);
  return kept.sort((a, b) => a.from - b.from);
}

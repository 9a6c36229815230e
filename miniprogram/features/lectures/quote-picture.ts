import type { Picture } from '../../lib/picture';

/** A quote as a picture: what was said, by whom and where, and nothing else. */
export const quotePicture = (
  quote: string,
  { title, speaker, libraryName }: { title: string; speaker: string; libraryName: string },
): Picture => ({
  says: `${quote} ${speaker}，${title}`,
  centred: false,
  parts: [
    { kind: 'text', text: '“', size: 150, serif: true, quiet: true, above: 20 },
    { kind: 'text', text: quote, size: quote.length > 60 ? 50 : 64, serif: true, bold: true, above: -60 },
    { kind: 'rule', above: 64 },
    ...(speaker ? [{ kind: 'text', text: speaker, size: 42, above: 44 } as const] : []),
    { kind: 'text', text: `讲座「${title}」`, size: 34, quiet: true, above: speaker ? 6 : 44 },
  ],
  foot: libraryName,
});

import { readFileSync } from 'node:fs';

/**
 * Title and author of each record of a UTF-8 ISO 2709 file: 200 and 700 of UNIMARC, 245 and 100 of MARC 21.
 */
export function latinTitles(path: string): { title: string; author: string }[] {
  const bytes = readFileSync(path);
  const found: { title: string; author: string }[] = [];
  let start = 0;
  while (start + 24 < bytes.length) {
    const length = Number(bytes.toString('latin1', start, start + 5));
    if (!(length > 24)) break;
    const fields = fieldsOf(bytes.subarray(start, start + length));
    const title = subfield(fields.get('200'), 'a') ?? subfield(fields.get('245'), 'a');
    const author = [subfield(fields.get('700'), 'b'), subfield(fields.get('700'), 'a')]
      .filter(Boolean)
      .join(' ');
    if (title && /^[\p{Script=Latin}\p{N}\p{P}\p{Zs}]+$/u.test(title))
      found.push({ title: tidy(title), author: tidy(author || (subfield(fields.get('100'), 'a') ?? '')) });
    start += length;
  }
  return found;
}

function fieldsOf(record: Buffer): Map<string, string> {
  const base = Number(record.toString('latin1', 12, 17));
  const fields = new Map<string, string>();
  for (let at = 24; at + 12 <= base - 1; at += 12) {
    const entry = record.toString('latin1', at, at + 12);
    const from = base + Number(entry.slice(7, 12));
    const tag = entry.slice(0, 3);
    if (!fields.has(tag)) fields.set(tag, record.toString('utf8', from, from + Number(entry.slice(3, 7))));
  }
  return fields;
}

function subfield(field: string | undefined, code: string): string | undefined {
  return field
    ?.split('\u001f')
    .find((part) => part.startsWith(code))
    ?.slice(1);
}

const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cc}/gu, '')
    .replace(/[\s/:;,.=]+$/, '')
    .trim();

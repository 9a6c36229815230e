import type { MarcField, MarcRecord } from './marc';

const FIELD_END = 0x1e;
const RECORD_END = 0x1d;
const MOST_FIELD = 9999;
const MOST_RECORD = 99_999;

/** A record as ISO 2709 in UTF-8; null when it is longer than the five digits of its length can say. */
export function writeIso2709({ leader, fields }: MarcRecord): Buffer | null {
  const bodies = fields.map((field) => Buffer.concat([Buffer.from(textOf(field)), Buffer.from([FIELD_END])]));
  let place = 0;
  let directory = '';
  for (const [n, body] of bodies.entries()) {
    if (body.length > MOST_FIELD || place > MOST_RECORD) return null;
    directory += fields[n]!.tag + String(body.length).padStart(4, '0') + String(place).padStart(5, '0');
    place += body.length;
  }
  const base = 24 + directory.length + 1;
  const length = base + place + 1;
  if (length > MOST_RECORD) return null;
  const head =
    String(length).padStart(5, '0') +
    leader.slice(5, 12) +
    String(base).padStart(5, '0') +
    leader.slice(17, 20) +
    '4500';
  return Buffer.concat([
    Buffer.from(head + directory, 'latin1'),
    Buffer.from([FIELD_END]),
    ...bodies,
    Buffer.from([RECORD_END]),
  ]);
}

const textOf = ({ data, indicators, subfields }: MarcField): string =>
  data || indicators + subfields.map(({ code, value }) => `\u001f${code}${withoutControls(value)}`).join('');

/** The terminators of the format may not stand in a text. */
const withoutControls = (text: string) =>
  text.replaceAll('\u001d', ' ').replaceAll('\u001e', ' ').replaceAll('\u001f', ' ');

/**
 * Writes ISO 2709 records for tests: `['245', '10', 'a书名', 'c作者著']`, or `['001', 'ocm1']` for a control
 * field.
 */
export type FieldSpec = [tag: string, dataOrIndicators: string, ...subfields: string[]];

const FIELD_END = Buffer.from([0x1e]);

export function marcRecord(fields: FieldSpec[], { leader = 'nam a22', entryMap = '4500' } = {}): Buffer {
  const bodies = fields.map(([, data, ...subfields]) =>
    Buffer.concat([
      Buffer.from([data, ...subfields.map((subfield) => `\u001f${subfield}`)].join('')),
      FIELD_END,
    ]),
  );
  return assemble(
    fields.map(([tag]) => tag),
    bodies,
    leader,
    entryMap,
  );
}

/** The same from raw bodies, for bytes that are no UTF-8. */
export function assemble(tags: string[], bodies: Buffer[], leader = 'nam a22', entryMap = '4500'): Buffer {
  let place = 0;
  const directory = tags
    .map((tag, n) => {
      const entry = tag + String(bodies[n]!.length).padStart(4, '0') + String(place).padStart(5, '0');
      place += bodies[n]!.length;
      return entry;
    })
    .join('');
  const base = 24 + directory.length + 1;
  const length = base + place + 1;
  const head = `${String(length).padStart(5, '0')}${leader}${String(base).padStart(5, '0')}   ${entryMap}`;
  return Buffer.concat([Buffer.from(head + directory, 'latin1'), FIELD_END, ...bodies, Buffer.from([0x1d])]);
}

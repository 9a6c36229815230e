import type { ItemType } from '../../typings/contract/catalogue';
import type { ImportedTitle } from './facts';
import { callNumber905, CNMARC_COPIES, copiesOf, type CopyMap } from './holdings';
import { all, first, joined, values, type MarcField, type MarcRecord } from './marc';
import { ownIdOf, written, writtenPeople, writtenSubjects } from './marc21';
import {
  clean,
  distinct,
  inDirectOrder,
  readIsbnField,
  readPerson,
  readPrice,
  readPublisher,
  readStatement,
  readSummary,
  readYear,
  withoutIsbd,
} from './values';
import { UNIMARC_KINDS, titleKind } from './title-kind';

/**
 * UNIMARC and CNMARC. CNMARC writes the reading of a subfield beside it under the capital letter ($a 书名 $A
 * shu ming).
 */
export function readUnimarc(
  record: MarcRecord,
  thisYear: number,
  ownCopies: CopyMap[] = [],
): Omit<ImportedTitle, 'control'> {
  const own = ownIdOf(record);
  // What our own exports write is meant as it stands.
  const part = own ? clean : withoutIsbd;
  const title = first(record, '200')!;
  const isbns = all(record, '010').flatMap((field) => values(field, 'a').map(readIsbnField));
  const imprint = first(record, '210') ?? first(record, '214');
  const clc = clean(values(first(record, '690'), 'a')[0] ?? values(first(record, '093'), 'a')[0] ?? '');
  return {
    ownId: own,
    title: [
      values(title, 'a').map(part).join('；'),
      // Parts may come several times, number and name in turn.
      ...title.subfields.filter(({ code }) => code === 'h' || code === 'i').map(({ value }) => part(value)),
    ]
      .filter(Boolean)
      .join(' '),
    subtitle: values(title, 'e').map(part).join(' '),
    contributors: own ? writtenPeople(record, ['701', '702'], '4') : contributorsOf(record, title),
    publisher: own ? clean(values(imprint, 'c')[0] ?? '') : readPublisher(values(imprint, 'c')[0] ?? ''),
    year: yearOf(record, imprint, thisYear),
    isbns: distinct(
      isbns.flatMap(({ isbn }) => isbn ?? []),
      String,
    ),
    clc,
    callNumber: callNumberOf(record) || clc,
    language: clean(values(first(record, '101'), 'a')[0] ?? '').slice(0, 3),
    subjects: own ? writtenSubjects(record, '606') : subjectsOf(record),
    summary: readSummary(values(first(record, '330'), 'a')[0] ?? ''),
    also: own ? written(record, '517') : alsoOf(record, title),
    itemType: itemTypeOf(record),
    kind: titleKind(record.leader, UNIMARC_KINDS),
    price: readPrice(values(first(record, '010'), 'd')[0] ?? ''),
    copies: copiesOf(record, [...ownCopies, ...CNMARC_COPIES]),
    warnings: isbns.filter(({ wrong }) => wrong).map(() => ({ code: 'wrong_isbn' })),
  };
}

const roleCodes: Record<string, string> = {
  '070': '著',
  '730': '译',
  '340': '编',
  '440': '绘',
  '650': '出版',
  '080': '序',
  '220': '编',
  '020': '注',
  '600': '摄',
};

function contributorsOf(record: MarcRecord, title: MarcField): { name: string; role: string }[] {
  const fields = all(record, '700', '701', '702', '710', '711', '712');
  const people = fields.map(personOf).filter(({ name, role }) => name !== '' && role !== '出版');
  if (people.length > 0) return distinct(people, ({ name }) => name);
  return distinct([...values(title, 'f'), ...values(title, 'g')].flatMap(readStatement), ({ name }) => name);
}

/** $b is the given name of those who are written family name first (Hugo, $b Victor). */
function personOf(field: MarcField): { name: string; role: string } {
  const [family = '', given = ''] = [values(field, 'a')[0] ?? '', values(field, 'b')[0] ?? ''].map(clean);
  const corporate = field.tag.startsWith('71');
  const name = corporate
    ? [family, given].filter(Boolean).join(' ')
    : given
      ? `${withoutIsbd(given)} ${withoutIsbd(family)}`
      : inDirectOrder(family);
  const relators = values(field, '4').map(clean);
  const code = relators.map((value) => roleCodes[value]).find(Boolean);
  const word = relators
    .map((value) =>
      /^\d+$/.test(value) || value === '' ? '' : readPerson(`某某${value}`)?.role || value.slice(0, 6),
    )
    .find(Boolean);
  return { name: withoutIsbd(name), role: code ?? word ?? (field.tag[2] === '2' ? '' : '著') };
}

function yearOf(record: MarcRecord, imprint: MarcField | undefined, thisYear: number): number {
  const printed = readYear([...values(imprint, 'd')].join(' '), thisYear + 1);
  if (printed) return printed;
  const fixed = Number(/^\d{4}$/.exec(values(first(record, '100'), 'a')[0]?.slice(9, 13) ?? '')?.[0] ?? 0);
  return fixed > 1000 && fixed <= thisYear + 1 ? fixed : 0;
}

/** 905 is the holding of Chinese libraries; 930 $a and 852 $j elsewhere. */
const callNumberOf = (record: MarcRecord): string =>
  callNumber905(first(record, '905')) ||
  clean(values(first(record, '930'), 'a')[0] ?? '') ||
  clean(joined(first(record, '852'), 'j'));

function subjectsOf(record: MarcRecord): string[] {
  const fields = all(record, '600', '601', '605', '606', '607', '610');
  const subjects = fields.flatMap((field) =>
    field.tag === '610'
      ? values(field, 'a').map(clean)
      : [
          [
            // A person is one heading: family name and given name.
            ['a', 'b']
              .map((code) => clean(values(field, code)[0] ?? ''))
              .filter(Boolean)
              .join(', '),
            ...field.subfields.filter(({ code }) => 'xyz'.includes(code)).map(({ value }) => clean(value)),
          ]
            .filter(Boolean)
            .join('—'),
        ],
  );
  return distinct(subjects.filter(Boolean), String).slice(0, 8);
}

function alsoOf(record: MarcRecord, title: MarcField): string[] {
  const read = [...values(title, 'A'), ...values(title, 'E')];
  const names = ['700', '701', '702', '711', '712']
    .flatMap((tag) => all(record, tag))
    .flatMap((field) => values(field, 'A'));
  const other = [
    ...values(title, 'd'),
    ...['500', '510', '512', '517'].flatMap((tag) => all(record, tag)).flatMap((field) => values(field, 'a')),
  ];
  return distinct([...read, ...names, ...other].map(withoutIsbd).filter(Boolean), String);
}

function itemTypeOf({ leader, fields }: MarcRecord): ItemType {
  if (leader[7] === 's') return 'periodical';
  if ('gijk'.includes(leader[6]!)) return 'audiovisual';
  const audience = fields.find(({ tag }) => tag === '100')?.subfields[0]?.value.slice(17, 20) ?? '';
  return /[abcd]/.test(audience) ? 'children' : 'book';
}

import type { ItemType } from '../../typings/contract/catalogue';
import type { ImportedTitle } from './facts';
import { callNumber905, copiesOf, MARC21_COPIES, type CopyMap } from './holdings';
import { all, first, joined, values, type MarcField, type MarcRecord } from './marc';
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
  withoutFullStop,
  withoutIsbd,
  withoutYears,
} from './values';
import { MARC21_KINDS, titleKind } from './title-kind';

/** MARC 21: the vernacular of a linked 880 is what readers see, the romanised form stays searchable. */
export function readMarc21(
  record: MarcRecord,
  thisYear: number,
  ownCopies: CopyMap[] = [],
): Omit<ImportedTitle, 'control'> {
  // "c" in the leader: the punctuation of ISBD was left out, what stands there belongs to the text.
  const bare = record.leader[18] === 'c';
  const part = bare ? clean : withoutIsbd;
  const sentence = bare ? clean : withoutFullStop;
  const title = vernacular(record, first(record, '245')!);
  const isbns = all(record, '020').flatMap((field) => values(field, 'a').map(readIsbnField));
  const imprint = vernacularOf(record, ['264', '260']);
  return {
    ownId: ownIdOf(record),
    title: sentence(
      title.shown.subfields
        .filter(({ code }) => 'anp'.includes(code))
        .map(({ value }) => part(value))
        .filter(Boolean)
        .join(' '),
    ),
    subtitle: sentence(values(title.shown, 'b').map(part).join(' ')),
    contributors: ownIdOf(record)
      ? writtenPeople(record, ['100', '700'], 'e')
      : contributorsOf(record, title.shown),
    publisher: ownIdOf(record)
      ? clean(values(imprint, 'b')[0] ?? '')
      : readPublisher(values(imprint, 'b')[0] ?? '', part),
    year: yearOf(record, imprint, thisYear),
    isbns: distinct(
      isbns.flatMap(({ isbn }) => isbn ?? []),
      String,
    ),
    clc: clean(values(first(record, '093'), 'a')[0] ?? clcOf084(record)),
    callNumber: callNumberOf(record),
    language: languageOf(record),
    subjects: ownIdOf(record) ? writtenSubjects(record, '650') : subjectsOf(record),
    summary: readSummary(values(first(record, '520'), 'a')[0] ?? ''),
    also: ownIdOf(record) ? written(record, '246') : alsoOf(record, title),
    itemType: itemTypeOf(record),
    kind: titleKind(record.leader, MARC21_KINDS),
    price: readPrice(values(first(record, '020'), 'c')[0] ?? ''),
    copies: copiesOf(record, [...ownCopies, ...MARC21_COPIES]),
    warnings: isbns.filter(({ wrong }) => wrong).map(() => ({ code: 'wrong_isbn' })),
  };
}

interface Linked {
  shown: MarcField;
  /** The romanised field, when the shown one is its vernacular. */
  romanised: MarcField | null;
}

const eastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const textOf = (field: MarcField) => field.subfields.map(({ value }) => value).join(' ');

/**
 * The field in its own script: the 880 linked with it ("880-02" in $6, "245-02" over there), unless the field
 * has that script itself.
 */
function vernacular(record: MarcRecord, field: MarcField): Linked {
  const link = /^880-(\d\d)/.exec(values(field, '6')[0] ?? '')?.[1];
  if (!link || link === '00' || eastern.test(withoutLink(field))) return { shown: field, romanised: null };
  const linked = all(record, '880').find((each) => values(each, '6')[0]?.startsWith(`${field.tag}-${link}`));
  return linked ? { shown: linked, romanised: field } : { shown: field, romanised: null };
}

const withoutLink = (field: MarcField) =>
  textOf({ ...field, subfields: field.subfields.filter(({ code }) => code !== '6') });

function vernacularOf(record: MarcRecord, tags: string[]): MarcField | undefined {
  for (const tag of tags) {
    const fields = all(record, tag);
    // In 264 the second indicator tells the publisher (1) from printer, distributor and copyright.
    const field = fields.find((each) => tag !== '264' || each.indicators[1] === '1') ?? fields[0];
    if (field) return vernacular(record, field).shown;
  }
  return undefined;
}

const roleCodes: Record<string, string> = {
  aut: '著',
  trl: '译',
  edt: '编',
  ill: '绘',
  com: '编',
  ann: '注',
  pht: '摄',
  cre: '著',
};

function contributorsOf(record: MarcRecord, title: MarcField): { name: string; role: string }[] {
  const fields = all(record, '100', '110', '111', '700', '710', '711');
  const people = fields
    // A 700 with a title names another work, not somebody who had a hand in this one.
    .filter((field) => field.tag < '700' || values(field, 't').length === 0)
    .flatMap((field) =>
      peopleOf(vernacular(record, field).shown, field.tag).map((person) => ({
        ...person,
        isMain: field.tag.startsWith('1'),
      })),
    )
    .filter((person) => person.name !== '');
  const stated = values(title, 'c').flatMap(readStatement);
  if (people.length === 0) return eastern.test(textOf(title)) ? stated : [];
  return distinct(
    people.map(({ name, role, isMain }) => ({
      name,
      // The main entry is the author unless the title page says otherwise.
      role: role || stated.find((each) => each.name === name)?.role || (isMain ? '著' : ''),
    })),
    ({ name }) => name,
  );
}

/** Some write several in one field: "陳婷婷、陳筱甯". */
function peopleOf(field: MarcField, tag: string): { name: string; role: string }[] {
  const person = personOf(field, tag);
  const names = eastern.test(person.name) ? person.name.split('、') : [person.name];
  return names.map((name) => ({ ...person, name: name.trim() }));
}

function personOf(field: MarcField, tag: string): { name: string; role: string } {
  const corporate = tag.endsWith('10') || tag.endsWith('11');
  const parts = withoutYears([...values(field, 'a'), ...values(field, 'b')].map(withoutIsbd).join(' '));
  const name = corporate ? withoutIsbd(parts).replace(/\.$/, '') : inDirectOrder(parts);
  const stated = statedRole(field);
  if (stated !== null) return { name, role: stated };
  const person = eastern.test(name) && !corporate ? readPerson(name.replace(/[.．。]$/, '')) : null;
  return { name: person?.name ?? name, role: person?.role ?? '' };
}

/** The role that $4 (a code) or $e (words) states; null when neither says anything that is understood. */
function statedRole(field: MarcField): string | null {
  const code = values(field, '4').map((value) => roleCodes[clean(value).toLowerCase()])[0];
  if (code) return code;
  const words = values(field, 'e').map((value) => clean(value).replace(/[.,]$/, ''));
  const word = words.find((each) => eastern.test(each));
  if (word) return readPerson(`某某${word}`)?.role || word.slice(0, 6);
  const english: [RegExp, string][] = [
    [/translator/i, '译'],
    [/editor/i, '编'],
    [/illustrator/i, '绘'],
    [/author/i, '著'],
  ];
  return english.find(([pattern]) => words.some((each) => pattern.test(each)))?.[1] ?? null;
}

/** The title's id, when a library of this kind wrote the record (003). */
export const ownIdOf = (record: MarcRecord): string =>
  first(record, '003')?.data.trim() === OWN_SYSTEM ? (first(record, '001')?.data.trim() ?? '') : '';

/** Names and roles as our own exports write them: what stands there is meant. */
export const writtenPeople = (record: MarcRecord, tags: string[], role: string) =>
  all(record, ...tags).map((field) => ({
    name: clean(values(field, 'a')[0] ?? ''),
    role: clean(values(field, role)[0] ?? ''),
  }));

export const written = (record: MarcRecord, tag: string): string[] =>
  all(record, tag).flatMap((field) => values(field, 'a').map(clean));

export const writtenSubjects = (record: MarcRecord, tag: string): string[] =>
  all(record, tag).map((field) => field.subfields.map(({ value }) => clean(value)).join('—'));

/** Control number identifier of our own exports. */
export const OWN_SYSTEM = 'SHUXIANG';

function yearOf(record: MarcRecord, imprint: MarcField | undefined, thisYear: number): number {
  const fixed = Number(/^\d{4}$/.exec(first(record, '008')?.data.slice(7, 11) ?? '')?.[0] ?? 0);
  if (fixed > 1000 && fixed <= thisYear + 1) return fixed;
  return readYear(values(imprint, 'c').join(' '), thisYear + 1);
}

function clcOf084(record: MarcRecord): string {
  const field = all(record, '084').find((each) => values(each, '2').some((source) => /clc/i.test(source)));
  return values(field, 'a')[0] ?? '';
}

function callNumberOf(record: MarcRecord): string {
  const shelved = first(record, '852');
  const of852 = clean([joined(shelved, 'h'), joined(shelved, 'i')].filter(Boolean).join(' '));
  if (of852) return of852;
  const of905 = callNumber905(first(record, '905'));
  if (of905) return of905;
  for (const tag of ['050', '090', '093', '099', '082']) {
    const field = first(record, tag);
    const number = clean(
      [values(field, 'a')[0] ?? '', values(field, 'b')[0] ?? ''].filter(Boolean).join(' '),
    );
    if (number) return number;
  }
  return '';
}

function languageOf(record: MarcRecord): string {
  const fixed = first(record, '008')?.data.slice(35, 38) ?? '';
  return /^[a-z]{3}$/.test(fixed) ? fixed : clean(values(first(record, '041'), 'a')[0] ?? '').slice(0, 3);
}

function subjectsOf(record: MarcRecord): string[] {
  const fields = all(record, '600', '610', '611', '630', '650', '651', '653');
  const subjects = fields.map((field) => {
    const { shown } = vernacular(record, field);
    const parts = shown.subfields
      .filter(({ code }) => 'axyzt'.includes(code))
      .map(({ value }) => withoutIsbd(value).replace(/\.$/, ''));
    return parts.filter(Boolean).join('—');
  });
  return distinct(subjects.filter(Boolean), String).slice(0, 8);
}

function alsoOf(record: MarcRecord, title: Linked): string[] {
  const romanised = title.romanised ? [...values(title.romanised, 'a'), ...values(title.romanised, 'b')] : [];
  const names = ['100', '110', '700', '710']
    .flatMap((tag) => all(record, tag))
    .flatMap((field) => vernacular(record, field).romanised ?? [])
    .flatMap((field) => values(field, 'a'));
  const varied = all(record, '246').flatMap((field) =>
    [vernacular(record, field).shown, field].flatMap((each) => values(each, 'a')),
  );
  return distinct([...romanised, ...names, ...varied].map(withoutIsbd).filter(Boolean), String);
}

function itemTypeOf({ leader, fields }: MarcRecord): ItemType {
  if (leader[7] === 's' || leader[7] === 'i') return 'periodical';
  if ('gijkmor'.includes(leader[6]!)) return 'audiovisual';
  const audience = fields.find(({ tag }) => tag === '008')?.data[22] ?? ' ';
  return 'abcj'.includes(audience) ? 'children' : 'book';
}

import type { ItemDocument, TitleDocument } from '../documents';
import type { Dialect, MarcField, MarcRecord } from './marc';
import { OWN_SYSTEM } from './marc21';
import { leaderCodes, MARC21_KINDS, UNIMARC_KINDS } from './title-kind';

export type TitleToWrite = TitleDocument;
export type ItemToWrite = Pick<
  ItemDocument,
  '_id' | 'homeBranchId' | 'shelf' | 'callNumber' | 'price' | 'itemType'
>;

/**
 * A title and its copies as a MARC record that this library reads back to the same, and any other system
 * reads.
 */
export const marcOf = (title: TitleToWrite, items: ItemToWrite[], dialect: Dialect): MarcRecord =>
  dialect === 'marc21' ? marc21Of(title, items) : cnmarcOf(title, items);

type Subfield = [code: string, value: string];

const control = (tag: string, data: string): MarcField => ({ tag, data, indicators: '', subfields: [] });

/** Empty subfields are left out, and so is a field of nothing else. */
const field = (tag: string, indicators: string, ...subfields: Subfield[]): MarcField[] => {
  const full = subfields.filter(([, value]) => value !== '');
  return full.length === 0
    ? []
    : [{ tag, data: '', indicators, subfields: full.map(([code, value]) => ({ code, value })) }];
};

const yearOf = ({ year }: TitleToWrite) => (year ? String(year).padStart(4, '0') : '');
const yuan = (fen: number) => (fen > 0 ? `CNY${(fen / 100).toFixed(2)}` : '');
const language = (title: TitleToWrite) => (/^[a-z]{3}$/.test(title.language) ? title.language : '   ');
const entered = ({ addedAt }: TitleToWrite) => addedAt.slice(0, 10).replaceAll('-', '');

/**
 * "c" in the leader: without the punctuation of ISBD, so that what stands in a subfield is the text and
 * nothing else.
 */
function marc21Of(title: TitleToWrite, items: ItemToWrite[]): MarcRecord {
  const [leading, ...others] = title.contributors;
  const entry = leading?.role === '著' ? leading : undefined;
  const audience = itemTypeOf(items) === 'children' ? 'j' : ' ';
  // Entered, date type and dates, place; audience in place 22, language in 35 to 37.
  const dates = title.year ? `s${yearOf(title)}    ` : 'n        ';
  const fixed = `${entered(title).slice(2).padEnd(6)}${dates}cc     ${audience}            ${language(title)} d`;
  return {
    leader: `00000n${leaderCodes(title.kind, MARC21_KINDS)} a2200000 c 4500`,
    fields: [
      control('001', title._id),
      control('003', OWN_SYSTEM),
      control('008', fixed),
      ...title.isbns.flatMap((isbn) => field('020', '  ', ['a', isbn])),
      ...field('035', '  ', ['a', title.source]),
      ...(language(title).trim() ? [] : field('041', '0 ', ['a', title.language])),
      ...field('084', '  ', ['a', title.clc], ...(title.clc ? [['2', 'clc'] as Subfield] : [])),
      ...field('090', '  ', ['a', title.callNumber]),
      ...(entry ? field('100', '0 ', ['a', entry.name], ['e', entry.role]) : []),
      ...field('245', entry ? '10' : '00', ['a', title.title], ['b', title.subtitle]),
      ...title.also.flatMap((form) => field('246', '3 ', ['a', form])),
      ...field('264', ' 1', ['b', title.publisher], ['c', yearOf(title)]),
      ...field('520', '  ', ['a', title.summary]),
      ...title.subjects.flatMap((subject) => field('650', ' 4', ...subjectParts(subject))),
      ...(entry ? others : title.contributors).flatMap(({ name, role }) =>
        field('700', '0 ', ['a', name], ['e', role]),
      ),
      // The call number of the title stands before those of its copies.
      ...(items.length > 0 ? field('852', '  ', ['h', title.callNumber]) : []),
      ...items.flatMap((item) =>
        field(
          '852',
          '  ',
          ...copyParts(item, ['b', 'homeBranchId'], ['c', 'shelf'], ['h', 'callNumber'], ['p', '_id']),
        ),
      ),
    ],
  };
}

function cnmarcOf(title: TitleToWrite, items: ItemToWrite[]): MarcRecord {
  const audience = itemTypeOf(items) === 'children' ? 'a' : 'm';
  const date = title.year ? `d${yearOf(title)}    ` : 'u        ';
  return {
    leader: `00000n${leaderCodes(title.kind, UNIMARC_KINDS)}0 2200000   450 `,
    fields: [
      control('001', title._id),
      control('003', OWN_SYSTEM),
      ...title.isbns.flatMap((isbn) => field('010', '  ', ['a', isbn])),
      ...field('035', '  ', ['a', title.source]),
      ...field('100', '  ', ['a', `${entered(title)}${date}${audience}  y0chiy50      ea`]),
      ...field('101', '0 ', ['a', title.language]),
      ...field('200', '1 ', ['a', title.title], ['e', title.subtitle], ...statements(title)),
      ...field('210', '  ', ['c', title.publisher], ['d', yearOf(title)]),
      ...field('330', '  ', ['a', title.summary]),
      ...title.also.flatMap((form) => field('517', '1 ', ['a', form])),
      ...title.subjects.flatMap((subject) => field('606', '0 ', ...subjectParts(subject))),
      ...field('690', '  ', ['a', title.clc]),
      ...title.contributors.flatMap(({ name, role }) =>
        field(role === '著' ? '701' : '702', ' 0', ['a', name], ['4', role]),
      ),
      ...field('801', ' 0', ['a', 'CN'], ['b', OWN_SYSTEM]),
      ...field('905', '  ', ['s', title.callNumber]),
      ...items.flatMap((item) =>
        field(
          '905',
          '  ',
          ...copyParts(item, ['a', 'homeBranchId'], ['b', '_id'], ['c', 'shelf'], ['s', 'callNumber']),
        ),
      ),
    ],
  };
}

type CopyFact = 'homeBranchId' | 'shelf' | 'callNumber' | '_id';

/** The facts of a copy under the codes that a format has for them. */
const copyParts = (item: ItemToWrite, ...coded: [code: string, fact: CopyFact][]): Subfield[] => [
  ...coded.map(([code, fact]): Subfield => [code, item[fact]]),
  ['y', item.itemType],
  ['9', yuan(item.price)],
];

/** "长篇小说—中国—清代" */
const subjectParts = (subject: string): Subfield[] =>
  subject.split('—').map((part, n): Subfield => [n === 0 ? 'a' : 'x', part]);

/** The statement of responsibility: authors in $f, the others in $g. */
const statements = ({ contributors }: TitleToWrite): Subfield[] =>
  contributors.map(({ name, role }): Subfield => [role === '著' ? 'f' : 'g', name + role]);

const itemTypeOf = (items: ItemToWrite[]) => items[0]?.itemType ?? 'book';

import type { LocalDate } from '../typings/contract/shapes';
import type {
  CardDocument,
  IdentityDocument,
  ReaderDocument,
  StaffDocument,
} from '../cloudfunctions/documents';
import { addDays, addYears, instantOf } from '../cloudfunctions/kernel/local-date';
import { hashPassword } from '../cloudfunctions/kernel/password';
import { CARD_PREFIX } from './library';

interface Person {
  id: string;
  name: string;
  category: ReaderDocument['category'];
  age: number;
  openid: string | null;
  phone?: string;
  /** Password of a card to try linking with. */
  password?: string;
  guardian?: string;
  expiredDaysAgo?: number;
  block?: string;
}

/** All names are made up. The order gives the card numbers. */
export const people: Person[] = [
  { id: 'r-lin', name: '林晓舟', category: 'adult', age: 34, openid: 'o-reader-lin', phone: '13800000001' },
  { id: 'r-chen', name: '陈立', category: 'adult', age: 41, openid: 'o-reader-chen', phone: '13800000002' },
  { id: 'r-yinuo', name: '陈一诺', category: 'child', age: 9, openid: 'o-child-yinuo', guardian: 'r-chen' },
  { id: 'r-wu', name: '吴桂芬', category: 'senior', age: 68, openid: 'o-senior-wu', phone: '13800000004' },
  {
    id: 'r-zhao',
    name: '赵一鸣',
    category: 'student',
    age: 17,
    openid: 'o-student-zhao',
    phone: '13800000005',
  },
  {
    id: 'r-shen',
    name: '沈知远',
    category: 'researcher',
    age: 46,
    openid: 'o-researcher-shen',
    phone: '13800000006',
  },
  { id: 'r-he', name: '何建国', category: 'adult', age: 52, openid: 'o-reader-he', expiredDaysAgo: 40 },
  {
    id: 'r-ma',
    name: '马骁',
    category: 'adult',
    age: 29,
    openid: 'o-reader-ma',
    block: '遗失图书尚未处理，请到服务台',
  },
  { id: 'r-xu', name: '徐曼', category: 'adult', age: 38, openid: 'o-reader-xu', phone: '13800000009' },
  {
    id: 'r-zheng',
    name: '郑宇航',
    category: 'adult',
    age: 26,
    openid: 'o-reader-zheng',
    phone: '13800000010',
  },
  { id: 'r-zhou', name: '周予安', category: 'adult', age: 31, openid: 'o-reader-zhou', phone: '13800000011' },
  {
    id: 'r-tang',
    name: '唐可',
    category: 'student',
    age: 20,
    openid: 'o-student-tang',
    phone: '13800000012',
  },
  { id: 'r-su', name: '苏婉', category: 'adult', age: 36, openid: null, password: '135790' },
  { id: 'r-luo', name: '罗启明', category: 'senior', age: 71, openid: null, password: '246800' },
  {
    id: 'r-bai',
    name: '白小满',
    category: 'child',
    age: 11,
    openid: null,
    password: '112233',
    guardian: 'r-su',
  },
  { id: 'r-gao', name: '高远', category: 'student', age: 19, openid: null, password: '886600' },
];

export const LAST_CARD = people.length;

const cardNumberOf = (readerId: string): string =>
  CARD_PREFIX + String(1 + people.findIndex((person) => person.id === readerId)).padStart(8, '0');

/** Readers with nothing on loan and nothing held yet; the circulation adds that. */
export function readersOn(today: LocalDate): ReaderDocument[] {
  return people.map((person, n) => ({
    _id: person.id,
    name: person.name,
    cardNumber: cardNumberOf(person.id),
    category: person.category,
    birthDate: addDays(addYears(today, -person.age), -(20 + 13 * n)),
    phone: person.phone ?? '',
    guardianReaderId: person.guardian ?? null,
    childReaderIds: people.filter(({ guardian }) => guardian === person.id).map(({ id }) => id),
    standing: 'active',
    suspendedUntil: null,
    lately: [],
    noShows: [],
    owes: 0,
    credit: 0,
    deposit: 0,
    keepsHistory: person.id === 'r-lin',
    interests: person.id === 'r-lin' ? ['scifi', 'history'] : [],
    language: 'zh',
    expiresOn: person.expiredDaysAgo
      ? addDays(today, -person.expiredDaysAgo)
      : addDays(addYears(today, 3), -17 * n),
    block: person.block ? { reason: person.block, until: null } : null,
    openLoans: [],
    openHolds: [],
    openid: person.openid,
    topics: {
      due_soon: true,
      overdue: true,
      hold_ready: true,
      hold_expired: true,
      event: person.id !== 'r-wu',
      recap: person.id !== 'r-wu',
      recall: true,
      reference: true,
      closure: true,
      account: true,
      news: true,
      article: true,
    },
    joinedAt: instantOf(addDays(today, -(200 + 61 * n)), '10:00'),
  }));
}

export const cards: CardDocument[] = people.map((person) => ({
  _id: cardNumberOf(person.id),
  readerId: person.id,
  password: person.password ? hashPassword(person.password, Buffer.from(`salt of ${person.id}`)) : '',
  wrongTries: 0,
  lockedUntil: null,
  status: 'active',
}));

/** Cards that nobody has linked yet, with the password to link them by. */
export const linkableCards = people
  .filter((person) => person.password !== undefined)
  .map((person) => ({ cardNumber: cardNumberOf(person.id), name: person.name, password: person.password! }));

export function identitiesOn(today: LocalDate): IdentityDocument[] {
  return people.flatMap((person) =>
    person.openid
      ? [
          {
            _id: person.openid,
            readerId: person.id,
            readerIds: [person.id],
            linkedAt: instantOf(addDays(today, -150), '11:00'),
          },
        ]
      : [],
  );
}

export const staff: StaffDocument[] = [
  {
    _id: 'o-staff-main',
    name: '许清',
    branchId: 'main',
    roles: ['circulation', 'cataloguer', 'reference', 'manager', 'director'],
    active: true,
  },
  { _id: 'o-staff-children', name: '方晓棠', branchId: 'children', roles: ['circulation'], active: true },
  { _id: 'o-staff-linhe', name: '韩松', branchId: 'linhe', roles: ['circulation'], active: true },
  { _id: 'o-staff-former', name: '邵平', branchId: 'main', roles: ['circulation'], active: false },
];

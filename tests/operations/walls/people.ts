import { aKnownLoan, anItem, anOpenLoan, aReader, onLoan } from '../../builders/documents';
import type { SmallLibrary } from '../library';
import { putStanding } from './standing';
import type { StaffRole } from '../../../typings/contract/staff-roles';

/**
 * Everybody who may call. What is personal of each is unmistakable: wherever such a text stands in an answer,
 * it is that person's.
 */

type Kind =
  | 'nobody'
  | 'visitor'
  | 'reader'
  | 'guardian'
  | 'child'
  | 'suspended'
  | 'expired'
  | 'pending'
  | 'closed'
  | 'former staff'
  | StaffRole;

export interface Person {
  kind: Kind;
  /** "" is a call without any WeChat, as over HTTP. */
  openid: string;
  readerId?: string;
  hasCard: boolean;
  roles: readonly StaffRole[];
  /** Whose data are theirs too: a guardian and a child see one another. */
  family: readonly string[];
}

const person = (kind: Kind, given: Partial<Person> = {}): Person => ({
  kind,
  openid: `o-${kind.replace(' ', '-')}`,
  hasCard: false,
  roles: [],
  family: [],
  ...given,
});
const withCard = (kind: Kind, given: Partial<Person> = {}): Person =>
  person(kind, { hasCard: true, readerId: `reader-${kind}`, family: [kind], ...given });
const staff = (role: StaffRole): Person => person(role, { roles: [role] });

export const NOBODY: Person = person('nobody', { openid: '' });

export const PEOPLE: readonly Person[] = [
  NOBODY,
  person('visitor'),
  withCard('reader'),
  withCard('guardian', { family: ['guardian', 'child'] }),
  withCard('child', { family: ['child', 'guardian'] }),
  withCard('suspended'),
  withCard('expired'),
  withCard('pending'),
  person('closed'),
  person('former staff'),
  staff('circulation'),
  staff('cataloguer'),
  staff('events'),
  staff('reference'),
  staff('content'),
  staff('manager'),
  staff('director'),
];

/** Of readers: what must not reach others. */
export interface Marks {
  name: string;
  phone: string;
  card: string;
  born: string;
  openid: string;
}

const KINDS = ['reader', 'guardian', 'child', 'suspended', 'expired', 'pending', 'closed'] as const;
const NAMES = '赵葳蕤 钱翙翙 孙夭夭 李蓁蓁 周采采 吴悠悠 郑喈喈'.split(' ');

const MARKS: ReadonlyMap<string, Marks> = new Map(
  KINDS.map((kind, n) => [
    kind,
    {
      name: NAMES[n] ?? '',
      phone: `1397654321${n}`,
      card: `3017777777${n}`,
      born: kind === 'child' ? '2018-02-17' : `197${n}-03-1${n}`,
      openid: `o-${kind}`,
    },
  ]),
);

/** The kinds of marks of other people that stand in an answer: "name of child". */
export const marksOfOthers = (answer: unknown, asking: Person, asked: unknown): string[] => {
  const text = JSON.stringify(answer);
  const sent = JSON.stringify(asked ?? {});
  return [...MARKS].flatMap(([kind, marks]) =>
    asking.family.includes(kind)
      ? []
      : Object.entries(marks).flatMap(([what, mark]) =>
          text.includes(`"${mark}"`) || (what !== 'openid' && text.includes(String(mark)))
            ? sent.includes(String(mark))
              ? []
              : [`${what} of ${kind}`]
            : [],
        ),
  );
};

const cardOf = (kind: string): Marks => {
  const marks = MARKS.get(kind);
  if (!marks) throw new Error(`nobody is ${kind}`);
  return marks;
};

/** Puts everybody into the library, with a loan, a hold and an own text each where they may have one. */
export const settle = async (library: SmallLibrary): Promise<Record<string, string>> => {
  await library.startOver();
  const { db } = library.cloud;
  await db.upsert('readers', [
    ...KINDS.map((kind) => {
      const { name, phone, card, born, openid } = cardOf(kind);
      return {
        ...aReader({
          _id: `reader-${kind}`,
          name,
          phone,
          cardNumber: card,
          birthDate: born,
          openid: kind === 'closed' ? null : openid,
          category: kind === 'child' ? 'child' : 'adult',
          guardianReaderId: kind === 'child' ? 'reader-guardian' : null,
          childReaderIds: kind === 'guardian' ? ['reader-child'] : [],
          suspendedUntil: kind === 'suspended' ? '2027-01-01' : null,
          expiresOn: kind === 'expired' ? '2026-01-01' : '2030-12-31',
          standing: kind === 'pending' || kind === 'closed' ? kind : 'active',
        }),
      };
    }),
  ]);
  await db.upsert(
    'cards',
    KINDS.map((kind) => ({
      _id: cardOf(kind).card,
      readerId: `reader-${kind}`,
      password: '',
      wrongTries: 0,
      lockedUntil: null,
      status: 'active',
    })),
  );
  await db.upsert(
    'identities',
    PEOPLE.filter(({ hasCard }) => hasCard).map(({ openid, readerId }) => ({
      _id: openid,
      readerId,
      readerIds: [readerId],
      linkedAt: '2026-01-01T00:00:00.000Z',
    })),
  );
  await db.upsert('staff', [
    ...PEOPLE.filter(({ roles }) => roles.length > 0).map(({ openid, kind, roles }) => ({
      _id: openid,
      name: `馆员${kind}`,
      branchId: 'main',
      roles: [...roles],
      active: true,
    })),
    { _id: 'o-former-staff', name: '离职', branchId: 'main', roles: ['director'], active: false },
  ]);
  const late = anOpenLoan({ loanId: 'LATE1:1', readerId: 'reader-late', dueOn: '2026-11-02' });
  const known = aKnownLoan({ loanId: 'LATE1:1', barcode: 'LATE1', dueOnOrLater: '2026-11-02' });
  await db.upsert('items', [{ ...onLoan(anItem({ _id: 'LATE1', titleId: 'title-9' }), late) }]);
  await db.upsert('readers', [
    {
      ...aReader({
        _id: 'reader-late',
        name: '读者',
        openid: null,
        cardNumber: '30177777799',
        openLoans: [known],
      }),
    },
  ]);
  await library.get('director', 'reviewDesk.setOpen', { open: true, checkFirst: false });
  await library.get('director', 'listDesk.openToReaders', { open: true });
  const { holdId } = await library.get('reader', 'holds.place', {
    titleId: 'title-one',
    pickUpBranchId: 'main',
  });
  await library.get('guardian', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' });
  const { loan } = await library.get('director', 'desk.checkOut', {
    readerId: 'reader-reader',
    barcode: 'B1',
    branchId: 'main',
  });
  await library.get('director', 'desk.checkOut', {
    readerId: 'reader-child',
    barcode: 'B2',
    branchId: 'main',
  });
  const scan = { readerId: 'reader-guardian', barcode: 'C1', branchId: 'main' };
  await library.get('director', 'desk.checkOut', scan, 'undo-me-one');
  const account = await library.get('director', 'fees.charge', {
    readerId: 'reader-reader',
    amount: 200,
    reason: '补证',
  });
  await library.get('reader', 'reviews.write', { titleId: 'title-two', rating: 4, text: '耐读' });
  const list = await library.get('reader', 'lists.create', {
    name: '周末',
    about: '',
    titleId: 'title-two',
  });
  await library.get('reader', 'lists.add', { listId: list.listId, titleId: 'title-three' });
  const [review] = await library.documents('reviews');
  const { code } = await library.get('reader', 'loans.offerTransfer', { loanId: loan.loanId });
  return {
    holdId,
    loanId: loan.loanId,
    lineId: account.list[0]?.lineId ?? 'none',
    listId: list.listId,
    reviewId: review?.reviewId ?? 'none',
    reviewAt: review?.at ?? '',
    transferCode: code,
    ...(await putStanding(library, list.listId)),
  };
};

/** How these people are called in `library.ask`, which puts "o-" before. */
export const callAs = (library: SmallLibrary, door: string, { openid }: Person, event: object) =>
  library.cloud.call(door, event, openid === '' ? undefined : openid);

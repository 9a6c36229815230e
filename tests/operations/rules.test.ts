import { aPolicy } from '../builders/documents';
import { policies as demoPolicies } from '../../demo/policies';
import type { InputOf } from '../../typings/contract';
import { START, startSmallLibrary, type SmallLibrary } from './library';

jest.setTimeout(120_000);

const anywhere = { readerCategory: '*', itemType: '*', branchId: '*', note: '' };
const aTrial = { readerCategory: 'adult', itemType: 'book', branchId: 'garden', on: '2026-11-22' };

describe('the rules as data', () => {
  let library: SmallLibrary;
  beforeAll(async () => {
    library = await startSmallLibrary();
  });
  afterAll(() => library?.close());
  beforeEach(async () => {
    await library.startOver();
    // Rules that a warm function kept from the test before are forgotten.
    await library.cloud.clock.move({ set: START });
    await library.cloud.db.upsert('staff', [
      { _id: 'o-manager', name: '主任', branchId: 'main', roles: ['manager'], active: true },
      { _id: 'o-boss', name: '馆长', branchId: 'main', roles: ['director'], active: true },
    ]);
    await library.cloud.db.clear('policies');
    await library.cloud.db.upsert('policies', [
      { ...aPolicy({ loanLimit: 20, dueDateMode: 'next_open_day' }), _id: 'all_all_all', note: '全馆' },
    ] as never);
  });

  describe('the policy matrix', () => {
    it('is read by every member of the staff and written by managers', async () => {
      const { list, defaults, readerCategories } = await library.get('desk', 'rules.policies', {});
      expect(list.map((row) => row.policyId)).toEqual(['all_all_all']);
      expect(defaults).toMatchObject({ renewalLimit: 1 });
      expect(readerCategories.map(({ id }) => id)).toContain('child');
      const row = { ...anywhere, policyId: '', readerCategory: 'child', rules: { loanLimit: 5 } };
      expect(await library.refused('desk', 'rules.savePolicy', row)).toEqual(['role_missing']);
      expect(await library.refused('an', 'rules.policies', {})).toEqual(['not_staff']);
    });

    it('names a row after its cell, and shows it saved at once', async () => {
      const saved = await library.get('manager', 'rules.savePolicy', {
        ...anywhere,
        policyId: '',
        readerCategory: 'child',
        itemType: 'book',
        branchId: 'garden',
        rules: { loanLimit: 5, loanPeriod: { count: 14, unit: 'days' } },
      });
      expect(saved.policyId).toBe('child_book_garden');
      const { list } = await library.get('desk', 'rules.policies', {});
      expect(list.find((row) => row.policyId === 'child_book_garden')?.rules).toEqual({
        loanLimit: 5,
        loanPeriod: { count: 14, unit: 'days' },
      });
    });

    it('holds for a check-out a minute later, when no function keeps the old rules any more', async () => {
      await library.get('manager', 'rules.savePolicy', {
        ...anywhere,
        policyId: 'all_all_all',
        rules: { loanPeriod: { count: 7, unit: 'days' } },
      });
      await library.cloud.clock.move({ advance: { minutes: 2 } });
      const { loan } = await library.get('desk', 'desk.checkOut', {
        readerId: 'reader-an',
        barcode: 'A1',
        branchId: 'garden',
      });
      expect(loan.dueOn).toBe('2026-11-29');
    });

    it('gives one cell one row', async () => {
      const row = { ...anywhere, policyId: '', readerCategory: 'child', rules: { loanLimit: 5 } };
      await library.get('manager', 'rules.savePolicy', row);
      expect(await library.refused('manager', 'rules.savePolicy', row)).toEqual(['policy_exists']);
      const both = await Promise.all(
        [7, 8].map((loanLimit) =>
          library.ask('manager', 'rules.savePolicy', {
            ...anywhere,
            policyId: '',
            itemType: 'book',
            rules: { loanLimit },
          }),
        ),
      );
      expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    });

    it('moves a row to another cell and leaves nothing behind', async () => {
      await library.get('manager', 'rules.savePolicy', {
        ...anywhere,
        policyId: '',
        readerCategory: 'child',
        rules: { loanLimit: 5 },
      });
      await library.get('manager', 'rules.savePolicy', {
        ...anywhere,
        policyId: 'child_all_all',
        readerCategory: 'adult',
        rules: { loanLimit: 5 },
      });
      const { list } = await library.get('desk', 'rules.policies', {});
      expect(list.map((row) => row.policyId)).toEqual(['adult_all_all', 'all_all_all']);
    });

    it('keeps the row for everything, which can be changed and not removed', async () => {
      expect(await library.refused('manager', 'rules.removePolicy', { policyId: 'all_all_all' })).toEqual([
        'last_policy',
      ]);
      const moved = { ...anywhere, policyId: 'all_all_all', readerCategory: 'child', rules: {} };
      expect(await library.refused('manager', 'rules.savePolicy', moved)).toEqual(['last_policy']);
      expect(await library.refused('manager', 'rules.removePolicy', { policyId: 'no_such_row' })).toEqual([
        'policy_not_found',
      ]);
    });

    it('refuses categories, types and branches that the library does not have', async () => {
      const answer = await library.ask('manager', 'rules.savePolicy', {
        ...anywhere,
        policyId: '',
        readerCategory: 'pirate',
        branchId: 'moon',
        rules: { limits: [{ most: 1, itemTypes: ['scroll'] }] },
      });
      expect(answer).toMatchObject({
        ok: false,
        refusals: [
          { code: 'not_in_library', what: 'readerCategory', id: 'pirate' },
          { code: 'not_in_library', what: 'itemType', id: 'scroll' },
          { code: 'not_in_library', what: 'branch', id: 'moon' },
        ],
      });
    });

    it('names every wrong value by its path, in Chinese', async () => {
      const answer = await library.ask('manager', 'rules.savePolicy', {
        ...anywhere,
        policyId: '',
        rules: {
          loanLimit: 2.5,
          loanPeriod: { count: 0, unit: 'weeks' },
          fine: { amount: -1, per: { count: 1, unit: 'days' } },
          limits: [{ most: 3, colour: 'red' }],
          overdueLimt: 1,
        },
      });
      const wrong = 'invalid' in answer ? answer.invalid : [];
      expect(wrong.map(({ path }) => path).sort()).toEqual(
        [
          'input.rules.fine.amnesties',
          'input.rules.fine.amount',
          'input.rules.fine.amountWhenRecalled',
          'input.rules.fine.cap',
          'input.rules.fine.capAtPrice',
          'input.rules.fine.closedDaysFree',
          'input.rules.fine.grace',
          'input.rules.fine.graceWhenRecalled',
          'input.rules.limits.0.colour',
          'input.rules.loanLimit',
          'input.rules.loanPeriod.count',
          'input.rules.loanPeriod.unit',
          'input.rules.overdueLimt',
        ].sort(),
      );
      for (const { message } of wrong) expect(message).toMatch(/[一-鿿]/);
    });

    it('takes every row of the demo library as it is', async () => {
      await library.cloud.db.upsert('settings', [
        {
          ...(await library.document('settings', 'library')),
          readerCategories: ['adult', 'child', 'senior', 'student', 'researcher'].map((id) => ({
            id,
            name: id,
          })),
          itemTypes: ['book', 'children', 'periodical', 'audiovisual', 'reading_room'].map((id) => ({
            id,
            name: id,
          })),
        },
      ] as never);
      await library.cloud.db.upsert('branches', [
        { ...(await library.document('branches', 'main')), _id: 'linhe' },
      ] as never);
      for (const { _id, ...row } of demoPolicies) {
        const policyId = _id === 'all_all_all' ? _id : '';
        const saved = await library.get('manager', 'rules.savePolicy', {
          ...row,
          rules: { ...row.rules },
          policyId,
        });
        expect(saved).toEqual({ ...row, policyId: _id });
      }
    });
  });

  it('takes every row that the editor offers as a start, once the library has such kinds', async () => {
    const { list, ...kinds } = await library.get('desk', 'rules.published', {});
    const settings = await library.document('settings', 'library');
    await library.cloud.db.upsert('settings', [{ ...settings, ...kinds }] as never);
    for (const { rows } of list) {
      for (const row of rows) {
        const { policyId, rules } = await library.get('manager', 'rules.savePolicy', {
          ...anywhere,
          ...row,
          policyId: row.readerCategory === '*' && row.itemType === '*' ? 'all_all_all' : '',
        });
        expect(rules).toEqual(row.rules);
        if (policyId !== 'all_all_all') await library.get('manager', 'rules.removePolicy', { policyId });
      }
    }
  });

  describe('the try-it panel', () => {
    it('tells which row gave each rule and which it set aside', async () => {
      await library.get('manager', 'rules.savePolicy', {
        ...anywhere,
        policyId: '',
        readerCategory: 'child',
        note: '少儿',
        rules: { loanLimit: 5 },
      });
      const { explained } = await library.get('desk', 'rules.try', { ...aTrial, readerCategory: 'child' });
      expect(explained.find(({ rule }) => rule === 'loanLimit')).toEqual({
        rule: 'loanLimit',
        value: 5,
        from: 'child_all_all',
        note: '少儿',
        overridden: [{ policyId: 'all_all_all', value: 20 }],
      });
      expect(explained.find(({ rule }) => rule === 'renewalLimit')?.from).toBeNull();
    });

    it('lays rows over the saved ones that are not saved yet, and changes nothing', async () => {
      const draft = [
        { ...anywhere, policyId: 'all_all_all', rules: { loanPeriod: { count: 3, unit: 'days' as const } } },
      ];
      expect((await library.get('desk', 'rules.try', { ...aTrial, draft })).dueOn).toBe('2026-11-25');
      expect((await library.get('desk', 'rules.try', aTrial)).dueOn).toBe('2026-12-22');
    });

    it('gives dates, the window of renewal, fines and the shelf date', async () => {
      const draft = [
        {
          ...anywhere,
          policyId: 'all_all_all',
          rules: {
            loanPeriod: { count: 10, unit: 'days' },
            renewalPeriod: { count: 20, unit: 'days' },
            renewalWindowDays: 4,
            holdShelfDays: 2,
            fine: {
              amount: 10,
              per: { count: 1, unit: 'days' },
              grace: null,
              graceWhenRecalled: false,
              amountWhenRecalled: null,
              cap: 500,
              capAtPrice: false,
              closedDaysFree: false,
              amnesties: [],
            },
          },
        },
      ];
      expect(await library.get('desk', 'rules.try', { ...aTrial, draft })).toMatchObject({
        dueOn: '2026-12-02',
        renewedDueOn: '2026-12-22',
        renewableFrom: '2026-11-28',
        fines: [
          { daysLate: 1, amount: 10 },
          { daysLate: 3, amount: 30 },
          { daysLate: 7, amount: 70 },
          { daysLate: 30, amount: 300 },
          { daysLate: 100, amount: 500 },
        ],
        shelfUntil: '2026-11-24',
        refusals: [],
      });
    });

    it('gives loans in hours their last moment', async () => {
      const draft = [
        {
          ...anywhere,
          policyId: '',
          branchId: 'garden',
          rules: { loanPeriod: { count: 3, unit: 'hours' }, endsAtClosing: true },
        },
      ];
      const { dueAt, dueOn } = await library.get('desk', 'rules.try', { ...aTrial, draft });
      expect(dueOn).toBe('2026-11-22');
      expect(dueAt).toMatch(/^2026-11-22T05:00:0/);
    });

    it('says every reason why a reader may not take a copy, as the desk would', async () => {
      await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', barcode: 'A1', branchId: 'main' });
      const draft = [{ ...anywhere, policyId: 'all_all_all', rules: { loanLimit: 1 } }];
      const { refusals } = await library.get('desk', 'rules.try', {
        ...aTrial,
        draft,
        card: '30100000001',
        barcode: 'A1',
      });
      expect(refusals.map(({ code }) => code).sort()).toEqual(['item_on_loan', 'loan_limit_reached']);
      expect(await library.refused('desk', 'rules.try', { ...aTrial, card: '999' })).toEqual([
        'reader_not_found',
      ]);
      expect(await library.refused('desk', 'rules.try', { ...aTrial, barcode: 'ZZ' })).toEqual([
        'item_not_found',
      ]);
    });
  });

  describe('published rules of Chinese libraries, typed in as docs/policies.md has them', () => {
    const days = (count: number) => ({ count, unit: 'days' });
    const fine = {
      amount: 10,
      per: days(1),
      cap: 1000,
      capAtPrice: false,
      grace: null,
      graceWhenRecalled: false,
      amountWhenRecalled: null,
      closedDaysFree: false,
      amnesties: [{ from: '04-01', to: '04-30', why: '读书月' }],
    };
    const base = { ...anywhere, policyId: 'all_all_all' };
    const fineAfter = (fines: { daysLate: number; amount: number }[], late: number) =>
      fines.find(({ daysLate }) => daysLate === late)?.amount;

    it('N01, N02: Guangzhou', async () => {
      const rules = {
        loanLimit: 30,
        loanPeriod: days(31),
        renewalLimit: 1,
        renewalPeriod: days(31),
        fine,
      };
      await library.get('manager', 'rules.savePolicy', { ...base, rules });
      const autumn = await library.get('desk', 'rules.try', { ...aTrial, on: '2026-08-01' });
      expect([autumn.dueOn, autumn.renewedDueOn]).toEqual(['2026-09-01', '2026-10-02']);
      expect([7, 100].map((late) => fineAfter(autumn.fines, late))).toEqual([70, 1000]);
      const spring = await library.get('desk', 'rules.try', { ...aTrial, on: '2027-02-27' });
      expect([1, 3, 30].map((late) => fineAfter(spring.fines, late))).toEqual([10, 0, 0]);
    });

    it('N03: new books in Longgang', async () => {
      await library.cloud.db.upsert('settings', [
        {
          ...(await library.document('settings', 'library')),
          itemTypes: ['book', 'new_book'].map((id) => ({ id, name: id })),
        },
      ] as never);
      await library.get('manager', 'rules.savePolicy', {
        ...anywhere,
        policyId: '',
        itemType: 'new_book',
        rules: {
          loanPeriod: days(31),
          renewalLimit: 1,
          renewalPeriod: days(31),
          limits: [{ most: 3, itemTypes: ['new_book'], withinDays: 31 }],
          debtLimit: 0,
          overdueLimit: 1,
          fine: { ...fine, amount: 30 },
        },
      });
      const item = await library.document('items', 'A1');
      const reader = await library.document('readers', 'reader-an');
      const lately = ['2026-11-01', '2026-11-02', '2026-11-20'].map((on) => ({ on, itemType: 'new_book' }));
      await library.cloud.db.upsert('items', [{ ...item, itemType: 'new_book' }] as never);
      await library.cloud.db.upsert('readers', [{ ...reader, lately }] as never);
      const fourth = { ...aTrial, card: '30100000001', barcode: 'A1' };
      const refused = await library.get('desk', 'rules.try', fourth);
      expect(refused.refusals).toMatchObject([{ code: 'part_limit_reached', limit: 3, withinDays: 31 }]);
      const later = await library.get('desk', 'rules.try', { ...fourth, on: '2026-12-10' });
      expect(later.refusals).toEqual([]);
      expect(fineAfter(later.fines, 7)).toBe(210);
    });

    it('N10: Zhejiang Shuren', async () => {
      await library.get('manager', 'rules.savePolicy', {
        ...base,
        rules: {
          loanPeriod: days(30),
          holdShelfDays: 3,
          noShow: { count: 3, inARow: true, withinDays: null, blockDays: 5 },
          renewalLimit: 1,
          renewalPeriod: days(20),
          renewalBase: 'due',
          renewalWindowDays: 14,
          renewalClosesDays: 0,
          renewalWhenHeld: 'never',
        },
      });
      const tried = await library.get('desk', 'rules.try', { ...aTrial, on: '2027-06-10' });
      expect(tried).toMatchObject({
        dueOn: '2027-07-10',
        renewableFrom: '2027-06-26',
        renewedDueOn: '2027-07-30',
        shelfUntil: '2027-06-13',
      });
    });

    it('N12: a child of Panyu has no books for adults', async () => {
      await library.cloud.db.upsert('settings', [
        {
          ...(await library.document('settings', 'library')),
          itemTypes: ['book', 'children', 'periodical', 'audiovisual'].map((id) => ({ id, name: id })),
        },
      ] as never);
      const child = { ...anywhere, policyId: '', readerCategory: 'child' };
      for (const row of [
        {
          ...child,
          rules: {
            loanLimit: null,
            limits: [
              { most: 20, itemTypes: ['children'] },
              { most: 4, itemTypes: ['periodical', 'audiovisual'] },
            ],
            loanPeriod: days(31),
          },
        },
        { ...child, itemType: 'book', rules: { lendable: false } },
        { ...child, itemType: 'periodical', rules: { loanPeriod: days(15) } },
      ])
        await library.get('manager', 'rules.savePolicy', row);
      const tried = (itemType: string) =>
        library.get('desk', 'rules.try', { ...aTrial, readerCategory: 'child', itemType });
      expect((await tried('children')).dueOn).toBe('2026-12-23');
      expect((await tried('periodical')).dueOn).toBe('2026-12-07');
      expect((await tried('book')).refusals).toMatchObject([{ code: 'item_not_for_category' }]);
    });
  });

  describe('the staff', () => {
    const aLibrarian: InputOf<'rules.saveStaff'> = {
      staffId: 'o-new',
      name: '新馆员',
      branchId: 'garden',
      roles: ['circulation'],
      active: true,
    };

    it('is listed and changed by directors alone', async () => {
      expect(await library.refused('manager', 'rules.staff', {})).toEqual(['role_missing']);
      await library.get('boss', 'rules.saveStaff', aLibrarian);
      const { list } = await library.get('boss', 'rules.staff', {});
      expect(list).toContainEqual(aLibrarian);
      expect(
        (await library.get('new', 'rules.calendar', { branchId: 'main', month: '2026-11' })).days,
      ).toHaveLength(30);
    });

    it('keeps at least one director in office', async () => {
      const boss: InputOf<'rules.saveStaff'> = {
        staffId: 'o-boss',
        name: '馆长',
        branchId: 'main',
        roles: ['circulation'],
        active: true,
      };
      expect(await library.refused('boss', 'rules.saveStaff', boss)).toEqual(['last_director']);
      await library.get('boss', 'rules.saveStaff', { ...aLibrarian, roles: ['director'] });
      await library.get('boss', 'rules.saveStaff', boss);
      expect(await library.refused('boss', 'rules.staff', {})).toEqual(['role_missing']);
    });

    it('keeps one of two directors who take each other away at the same moment', async () => {
      await library.get('boss', 'rules.saveStaff', { ...aLibrarian, roles: ['director'] });
      const gone = (staffId: string) => ({
        staffId,
        name: '某人',
        branchId: 'main',
        roles: [],
        active: false,
      });
      const answers = await Promise.all([
        library.ask('boss', 'rules.saveStaff', gone('o-new')),
        library.ask('new', 'rules.saveStaff', gone('o-boss')),
      ]);
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      const left = (await library.documents('staff')).filter(
        (one) => one.active && one.roles.includes('director'),
      );
      expect(left).toHaveLength(1);
    });

    it('knows no branch and no role that the library does not have', async () => {
      expect(await library.refused('boss', 'rules.saveStaff', { ...aLibrarian, branchId: 'moon' })).toEqual([
        'branch_not_found',
      ]);
      // @ts-expect-error: the contract does not know such a role either
      const answer = await library.ask('boss', 'rules.saveStaff', { ...aLibrarian, roles: ['king'] });
      expect(answer).toMatchObject({ invalid: [{ path: 'input.roles.0', message: '没有这个岗位' }] });
    });
  });

  it('shows what the daily jobs did', async () => {
    await library.cloud.timer('jobs');
    const { list } = await library.get('manager', 'rules.jobs', {});
    expect(list.filter(({ day }) => day === '2026-11-22').flatMap(({ jobs }) => jobs)).toContain('due_soon');
  });
});

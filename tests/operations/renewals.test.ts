import type { Documents } from '../../cloudfunctions/documents';
import { inconsistencies } from '../../demo/consistency';
import { startSmallLibrary, type SmallLibrary } from './library';

/** Renewals by readers online and at the desk, and how long a loan goes on with all of them. */

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(1);
});
beforeEach(() => library.startOver());
afterEach(async () => expect(inconsistencies(await library.everything())).toEqual([]));
afterAll(() => library?.close());

let changes = 0;
/** Seen by warm functions after a minute; every change lies at a moment of its own. */
const rules = async (given: object, overrides: object = {}): Promise<void> => {
  changes += 1;
  const [row] = (await library.documents('policies', { _id: 'default' })) as Documents['policies'][];
  await library.cloud.db.upsert('policies', [{ ...row, rules: { ...row?.rules, ...given } }] as never);
  const [settings] = await library.documents('settings', { _id: 'library' });
  await library.cloud.db.upsert('settings', [{ ...settings, overrides }] as never);
  await library.cloud.clock.move({ advance: { minutes: 3 * changes } });
};
const lend = async (barcode: string) =>
  (await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', barcode, branchId: 'main' })).loan
    .loanId;

it('readers renew online as often as the rules let them, and then at the desk', async () => {
  await rules({ renewalLimit: 3, onlineRenewalLimit: 1 });
  const loanId = await lend('A1');
  await library.get('an', 'loans.renew', { loanId });
  const [shown] = (await library.get('an', 'loans.list', {})).list;
  expect(shown?.renewal).toMatchObject({
    allowed: false,
    because: [{ code: 'online_renewal_limit_reached', renewed: 1, limit: 1 }],
  });
  expect(await library.refused('an', 'loans.renew', { loanId })).toEqual(['online_renewal_limit_reached']);
  expect((await library.get('an', 'loans.renewAll', {})).refused).toHaveLength(1);
  await library.get('desk', 'desk.renew', { loanId });
  await library.get('desk', 'desk.renew', { loanId });
  expect(await library.refused('desk', 'desk.renew', { loanId })).toEqual(['renewal_limit_reached']);
});

it('a loan goes on up to its latest day, and past it only by role and comment', async () => {
  await rules(
    {
      dueDateMode: 'plain',
      renewalLimit: 9,
      loanPeriod: { count: 30, unit: 'days' },
      longestLoanDays: 50,
    },
    { loan_age_reached: 'manager' },
  );
  const loanId = await lend('A1');
  expect((await library.get('an', 'loans.renew', { loanId })).dueOn).toBe('2027-01-11');
  expect(await library.refused('an', 'loans.renew', { loanId })).toEqual(['loan_age_reached']);
  const override = { comment: '访问学者' };
  expect(await library.refused('desk', 'desk.renew', { loanId, override })).toEqual([
    'loan_age_reached',
    'override_not_allowed',
  ]);
  const chosen = { loanId, override: { ...override, dueOn: '2027-01-12' } };
  expect(await library.refused('desk', 'desk.renew', chosen)).toContain('loan_age_reached');
  expect((await library.get('boss', 'desk.renew', { loanId, override })).dueOn).toBe('2027-02-10');
});

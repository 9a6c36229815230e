import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';
import type { Person } from './person';

jest.setTimeout(300_000);

describeInBrowser('handing a copy to another reader', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  /** What the picture on the giver's screen says, as the answer brought it. */
  const nextCode = (giver: Person): Promise<string> =>
    new Promise((resolve) => {
      giver.phone.page.on('response', (response) => {
        if (!response.url().includes('callFunction')) return;
        response.text().then(
          (body) => {
            const code = /SXT2\.[^"\\]+/.exec(body)?.[0];
            if (code) resolve(code);
          },
          // An answer to a page that has gone has no body any more: it is not the one that is waited for.
          () => undefined,
        );
      });
    });
  const scans = async (taker: Person, code: string): Promise<void> => {
    await taker.taps(/^扫转借码$/);
    await taker.phone.page.fill('.scan-code', code);
    await taker.phone.page.press('.scan-code', 'Enter');
  };
  const openLoanOf = async (readerId: string): Promise<string> => {
    const [item] = (await library.cloud.db.find('items', { 'loan.readerId': readerId })) as unknown as {
      _id: string;
      loan: { loanId: string };
    }[];
    if (!item) throw new Error(`${readerId} has no loan`);
    return item.loan.loanId;
  };

  it('one shows a code, the other scans it, looks and takes the copy over; the code is good once', async () => {
    const loanId = await openLoanOf('r-wu');
    const giver = await library.enter('senior', { page: 'features/loans/pages/mine/index' });
    await giver.tapsNamed(/的更多操作$/);
    const coming = nextCode(giver);
    await giver.taps('转借给书友');
    const code = await coming;
    await giver.sees(/秒内有效/);

    const taker = await library.enter('student-2', { page: 'features/loans/pages/take/index' });
    await scans(taker, code);
    await taker.sees('转借自');
    await taker.sees('吴**');
    await taker.taps(/^确认接书$/);
    await taker.sees('已在您名下');
    await giver.sees('这册书已不在您名下');
    await giver.leaves();
    const [item] = (await library.cloud.db.find('items', {
      'lastLoan.how': 'transferred',
    })) as unknown as { loan: { loanId: string; readerId: string }; lastLoan: { readerId: string } }[];
    expect(item).toMatchObject({ loan: { readerId: 'r-tang' }, lastLoan: { readerId: 'r-wu' } });
    expect(item?.loan.loanId).not.toBe(loanId);

    const late = await library.enter('researcher', { page: 'features/loans/pages/take/index' });
    await scans(late, code);
    await late.sees('或已经用过');
    await late.leaves();
    await taker.leaves();
  });

  it('a visitor who scans is shown the way to a card, a strange code is told apart', async () => {
    const visitor = await library.enter('visitor', { page: 'features/loans/pages/take/index' });
    await scans(visitor, '9787506365437');
    await visitor.sees('这不是有效的转借码');
    await visitor.leaves();
  });
});

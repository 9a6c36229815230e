import { startSmallLibrary, type SmallLibrary } from './library';

/** Of the staff: who holds the phone is not always who they say. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
beforeEach(() => library.startOver());
afterAll(() => library?.close());

const PIN = '246813';
const moved = (minutes: number) =>
  library.cloud.clock.move({ set: new Date(library.cloud.clock.now() + minutes * 60_000).toISOString() });
const put = (collection: 'settings' | 'staff', document: object) =>
  library.cloud.db.upsert(collection, [document as Record<string, unknown>]);
/** From the next minute on sensitive acts ask. */
const askAgain = async (minutes = 5) => {
  await put('settings', {
    _id: 'safety',
    deskAccepts: 'number',
    asksAgain: { on: true, minutes },
    keyDays: 30,
  });
  await moved(2);
};
const aPolicy = {
  policyId: '',
  readerCategory: 'child',
  itemType: 'book',
  branchId: '*',
  note: '',
  rules: {},
};
const savePolicy = (requestId?: string) => library.ask('boss', 'rules.savePolicy', aPolicy, requestId);
const changeDesk = (who: string, active: boolean) =>
  library.get(who, 'rules.saveStaff', {
    staffId: 'o-desk',
    name: '馆员',
    branchId: 'main',
    roles: ['circulation'],
    active,
  });
const memberIdOf = async (who: string, name: string) => {
  const { colleagues } = await library.get(who, 'safety.mine', {});
  return colleagues.find((each) => each.name === name)!.memberId;
};
const pinOf = async (who: string) => (await library.document('staffPins', `o-${who}`))!;

describe('a sensitive act', () => {
  it('asks who is there, goes on with the same request, and does not ask again for some minutes', async () => {
    await askAgain(5);
    const id = 'one-request-for-all';
    expect(await savePolicy(id)).toEqual({ ok: false, refusals: [{ code: 'confirm_again', pinSet: false }] });
    await library.get('boss', 'safety.setPin', { pin: PIN });
    expect(await savePolicy(id)).toMatchObject({ ok: true });
    await moved(4);
    expect(await library.ask('boss', 'rules.removePolicy', { policyId: 'child_book_all' })).toMatchObject({
      ok: true,
    });
    await moved(2);
    expect(await savePolicy()).toEqual({ ok: false, refusals: [{ code: 'confirm_again', pinSet: true }] });
    await library.get('boss', 'safety.confirm', { pin: PIN });
    expect(await savePolicy()).toMatchObject({ ok: true });
    // What was done is told again without asking.
    await moved(10);
    expect(await savePolicy(id)).toMatchObject({ ok: true });
  });

  it('is confirmed for one person alone', async () => {
    await put('staff', {
      _id: 'o-second',
      name: '副馆长',
      branchId: 'main',
      roles: ['director'],
      active: true,
    });
    await askAgain();
    await library.get('boss', 'safety.setPin', { pin: PIN });
    expect(await library.refused('second', 'rules.savePolicy', aPolicy)).toEqual(['confirm_again']);
    expect(await library.refused('second', 'safety.confirm', { pin: PIN })).toEqual(['pin_not_set']);
  });

  it('asks first for the role: nobody confirms what they may not do', async () => {
    await askAgain();
    expect(
      await library.refused('desk', 'rules.saveStaff', {
        staffId: 'o-desk',
        name: '馆员',
        branchId: 'main',
        roles: ['director'],
        active: true,
      }),
    ).toEqual(['role_missing']);
  });

  it('is each of those that are named, and none of the daily work', async () => {
    await askAgain();
    const asked = await Promise.all([
      library.refused('boss', 'fees.refund', { lineId: 'x', amount: 1, comment: 'x' }),
      library.refused('boss', 'safety.save', {
        deskAccepts: 'number',
        asksAgain: { on: false, minutes: 5 },
        keyDays: 30,
      }),
      library.refused('boss', 'safety.rotateKeys', {}),
      library.refused('boss', 'safety.clearPin', { staffId: 'o-desk' }),
    ]);
    expect(asked).toEqual([['confirm_again'], ['confirm_again'], ['confirm_again'], ['confirm_again']]);
    expect(
      await library.ask('desk', 'desk.checkOut', { readerId: 'reader-an', barcode: 'A1', branchId: 'main' }),
    ).toMatchObject({ ok: true });
  });
});

describe('a desk PIN', () => {
  it('is tried five times, and the count stands whatever becomes of the request', async () => {
    await library.get('boss', 'safety.setPin', { pin: PIN }, 'used-before-1');
    for (let n = 0; n < 10; n++)
      expect(
        await library.ask('boss', 'safety.confirm', { pin: String(100000 + n) }, 'used-before-1'),
      ).toMatchObject({ invalid: [{ path: 'requestId' }] });
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        library.refused('boss', 'safety.confirm', { pin: String(200000 + n) }),
      ),
    );
    expect(tries.flat().filter((code) => code === 'pin_wrong').length).toBeLessThanOrEqual(4);
    expect(await library.refused('boss', 'safety.confirm', { pin: PIN })).toEqual(['pin_locked']);
    await moved(16);
    expect(await library.ask('boss', 'safety.confirm', { pin: PIN })).toMatchObject({ ok: true });
    expect((await pinOf('boss')).wrongTries).toBe(0);
  });

  it('is changed by who knows it, and cleared by a director', async () => {
    await library.get('desk', 'safety.setPin', { pin: PIN });
    expect(await library.refused('desk', 'safety.setPin', { pin: '111111' })).toEqual(['pin_set_already']);
    expect(await library.refused('desk', 'safety.setPin', { pin: '111111', oldPin: '000000' })).toEqual([
      'pin_wrong',
    ]);
    await library.get('desk', 'safety.setPin', { pin: '111111', oldPin: PIN });
    expect(await library.refused('desk', 'safety.clearPin', { staffId: 'o-desk' })).toEqual(['role_missing']);
    await library.get('boss', 'safety.clearPin', { staffId: 'o-desk' });
    await library.get('desk', 'safety.setPin', { pin: PIN });
  });

  it('stands nowhere: not in the log, not in an answer', async () => {
    await library.get('desk', 'safety.setPin', { pin: PIN });
    await library.get('desk', 'safety.confirm', { pin: PIN });
    expect(JSON.stringify(await library.everything())).not.toContain(PIN);
    const { list } = await library.get('boss', 'rules.staff', {});
    expect(JSON.stringify(list)).not.toContain((await pinOf('desk')).pin);
    expect(list.find(({ staffId }) => staffId === 'o-desk')).toMatchObject({
      pinSetAt: expect.any(String),
      lastActAt: expect.any(String),
    });
  });
});

describe('a lost phone', () => {
  const scan = (number: number, scannedAt: string) =>
    library.ask('desk', 'desk.replay', {
      device: 'desk-1',
      number,
      scannedAt,
      action: 'checkOut',
      barcode: `B${number}`,
      card: '30100000001',
      branchId: 'main',
    });

  it('is out from the next call on, at every door of the staff', async () => {
    expect(await library.ask('desk', 'desk.today', {})).toMatchObject({ ok: true });
    await library.get('boss', 'safety.shutOut', { memberId: await memberIdOf('boss', '馆员') });
    for (let n = 0; n < 4; n++)
      expect(await library.refused('desk', 'desk.today', {})).toEqual(['not_staff']);
    expect((await library.get('boss', 'rules.staff', {})).list).toContainEqual(
      expect.objectContaining({ staffId: 'o-desk', active: false, shutOutAt: expect.any(String) }),
    );
    const lines = await library.documents('operations', { action: 'safety.shutOut' });
    expect(lines).toMatchObject([{ outcome: '手机丢失，停用 馆员', staffName: '馆长' }]);
  });

  it('is reported from a colleague’s phone with the PIN of who lost it, and by nobody else’s word', async () => {
    await put('staff', { _id: 'o-two', name: '同事', branchId: 'main', roles: ['events'], active: true });
    const memberId = await memberIdOf('two', '馆员');
    expect(memberId).not.toContain('o-desk');
    expect(await library.refused('two', 'safety.shutOut', { memberId })).toEqual(['colleague_pin_needed']);
    expect(await library.refused('two', 'safety.shutOut', { memberId, pin: PIN })).toEqual(['pin_not_set']);
    await library.get('desk', 'safety.setPin', { pin: PIN });
    expect(await library.refused('two', 'safety.shutOut', { memberId, pin: '999999' })).toEqual([
      'pin_wrong',
    ]);
    expect(await library.get('two', 'safety.shutOut', { memberId, pin: PIN })).toEqual({ name: '馆员' });
    expect(await library.refused('desk', 'desk.today', {})).toEqual(['not_staff']);
  });

  it('of the last director stays in: nobody could let them in again', async () => {
    await library.get('boss', 'safety.setPin', { pin: PIN });
    const memberId = await memberIdOf('desk', '馆长');
    expect(await library.refused('desk', 'safety.shutOut', { memberId, pin: PIN })).toEqual([
      'last_director',
    ]);
  });

  it('has what it scanned meanwhile put aside, once its owner is in again', async () => {
    const before = new Date(library.cloud.clock.now()).toISOString();
    await moved(10);
    await changeDesk('boss', false);
    await moved(10);
    const meanwhile = new Date(library.cloud.clock.now()).toISOString();
    expect(await scan(1, before)).toMatchObject({ ok: false, refusals: [{ code: 'not_staff' }] });
    await moved(10);
    await changeDesk('boss', true);
    expect(await scan(1, before)).toMatchObject({ ok: true, value: { kind: 'done' } });
    expect(await scan(2, meanwhile)).toMatchObject({
      ok: true,
      value: { kind: 'conflict', because: [{ code: 'phone_shut_out' }] },
    });
    expect((await library.document('items', 'B2'))?.loan).toBeNull();
    await moved(1);
    expect(await scan(3, new Date(library.cloud.clock.now()).toISOString())).toMatchObject({
      value: { kind: 'done' },
    });
  });
});

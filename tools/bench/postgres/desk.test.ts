import type { Client } from 'pg';
import { accountToRunAs, findBinaries, startCluster, type Cluster } from './cluster';
import { openDesk, type Desk } from './desk';
import { fillLibrary } from './schema';

const binaries = findBinaries();
const account = accountToRunAs();
const describeWithPostgres = binaries && account ? describe : describe.skip;

describeWithPostgres('the desk on a bare PostgreSQL', () => {
  let cluster: Cluster;
  let client: Client;
  let desk: Desk;
  beforeAll(async () => {
    if (!binaries || !account) throw new Error('PostgreSQL was there a moment ago');
    cluster = await startCluster(binaries, account);
    client = await cluster.connect();
    await fillLibrary(client, { titles: 200, items: 600, readers: 1100 });
    desk = openDesk(client);
  }, 60_000);
  afterAll(async () => {
    await client?.end();
    await cluster?.stop();
  });

  const stateOf = async (barcode: string, readerId: string): Promise<unknown> => {
    const { rows } = await client.query(
      `select status, open_loans, (select count(*)::int from loans where barcode = $1 and ended_at is null) as loans
       from items, readers where barcode = $1 and id = $2`,
      [barcode, readerId],
    );
    return rows[0] as unknown;
  };
  const LENT = { status: 'on_loan', open_loans: 1, loans: 1 };
  const BACK = { status: 'available', open_loans: 0, loans: 0 };

  it('lends, renews and takes back', async () => {
    const loan = await desk.checkOut('r1', 'B1', 'one');
    expect(await stateOf('B1', 'r1')).toEqual(LENT);
    await desk.renew(loan, 'two');
    const { rows } = await client.query('select renewals from loans where id = $1', [loan]);
    expect(rows).toEqual([{ renewals: 1 }]);
    await desk.checkIn('B1', 'three');
    expect(await stateOf('B1', 'r1')).toEqual(BACK);
  });
  it('does nothing twice for one request id', async () => {
    await desk.checkOut('r2', 'B2', 'four');
    await desk.checkIn('B2', 'five');
    await expect(desk.checkOut('r2', 'B2', 'four')).rejects.toThrow(/duplicate key/);
    expect(await stateOf('B2', 'r2')).toEqual(BACK);
  });
  it('lends a copy once, also to two at the same time', async () => {
    const second = await cluster.connect();
    const outcomes = await Promise.allSettled([
      desk.checkOut('r3', 'B3', 'six'),
      openDesk(second).checkOut('r4', 'B3', 'seven'),
    ]);
    await second.end();
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await stateOf('B3', outcomes[0].status === 'fulfilled' ? 'r3' : 'r4')).toEqual(LENT);
  });
  it('refuses what somebody else waits for', async () => {
    await expect(desk.checkOut('r5', 'B9', 'eight')).rejects.toThrow(/others wait/);
  });
});

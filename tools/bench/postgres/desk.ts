import type { Client, QueryResult } from 'pg';
import { TODAY } from './schema';

/**
 * The desk's three verbs, each one SQL transaction with one round trip for each statement, as a plain program
 * does it.
 */
export interface Desk {
  checkOut(readerId: string, barcode: string, requestId: string): Promise<string>;
  renew(loanId: string, requestId: string): Promise<void>;
  checkIn(barcode: string, requestId: string): Promise<void>;
  /** Statements sent so far, the beginning and the commit included. */
  roundTrips(): number;
}

type Row = Record<string, unknown>;

const STAFF = 'o-staff-1';
const NOW = `${TODAY}T10:20:00+08:00`;

const sql = {
  staff: 'select name, branch_id from staff where openid = $1 and active',
  item: `select i.*, t.title from items i join titles t on t.id = i.title_id where barcode = $1 for update of i`,
  reader: 'select * from readers where id = $1 for update',
  queue: `select id, reader_id, status from holds where title_id = $1 and status in ('waiting', 'ready') order by placed_at limit 20`,
  overdue: 'select count(*)::int as n from loans where reader_id = $1 and ended_at is null and due_on < $2',
  policy: `select * from policies where (category = $1 or category is null) and (item_type = $2 or item_type is null)
    and (branch_id = $3 or branch_id is null)
    order by category nulls last, item_type nulls last, branch_id nulls last limit 1`,
  lend: `insert into loans values ($1, $2, $3, $4, $5, $6::date + $7::int, 0, null) returning due_on`,
  place: 'update items set status = $2, changed_at = $3 where barcode = $1',
  count: 'update readers set open_loans = open_loans + $2 where id = $1',
  log: 'insert into operations values ($1, $2, $3, $4, $5, $6, $7, $8)',
  openLoan: 'select * from loans where barcode = $1 and ended_at is null for update',
  loan: `select l.*, i.title_id, i.item_type from loans l join items i using (barcode)
    where l.id = $1 and ended_at is null for update of l`,
  end: 'update loans set ended_at = $2 where id = $1',
  extend: 'update loans set due_on = due_on + $2::int, renewals = renewals + 1 where id = $1',
};

export function openDesk(client: Client): Desk {
  const line: Line = { client, sent: 0 };
  return {
    roundTrips: () => line.sent,
    checkOut: (readerId, barcode, requestId) =>
      inTransaction(line, () => checkOut(line, readerId, barcode, requestId)),
    renew: (loanId, requestId) => inTransaction(line, () => renew(line, loanId, requestId)),
    checkIn: (barcode, requestId) => inTransaction(line, () => checkIn(line, barcode, requestId)),
  };
}

/** A connection, and how often it was asked. */
interface Line {
  client: Client;
  sent: number;
}

/** Statements are prepared once for the connection, as drivers do. */
async function run(line: Line, name: keyof typeof sql, ...values: unknown[]): Promise<Row[]> {
  line.sent++;
  const { rows } = (await line.client.query({ name, text: sql[name], values })) as QueryResult<Row>;
  return rows;
}

async function one(line: Line, name: keyof typeof sql, ...values: unknown[]): Promise<Row> {
  const [row] = await run(line, name, ...values);
  if (!row) throw new Error(`${name} found nothing for ${values.join(', ')}`);
  return row;
}

async function command(line: Line, text: 'begin' | 'commit' | 'rollback'): Promise<void> {
  line.sent++;
  await line.client.query(text);
}

async function inTransaction<T>(line: Line, work: () => Promise<T>): Promise<T> {
  await command(line, 'begin');
  try {
    const result = await work();
    await command(line, 'commit');
    return result;
  } catch (error) {
    await command(line, 'rollback');
    throw error;
  }
}

const log = (line: Line, requestId: string, what: string, loan: Row, staff: Row): Promise<Row[]> =>
  run(
    line,
    'log',
    ...[requestId, NOW, staff['branch_id'], STAFF, loan['reader_id'], loan['barcode'], what, loan],
  );

async function checkOut(line: Line, readerId: string, barcode: string, requestId: string): Promise<string> {
  const staff = await one(line, 'staff', STAFF);
  const item = await one(line, 'item', barcode);
  const reader = await one(line, 'reader', readerId);
  const queue = await run(line, 'queue', item['title_id']);
  const overdue = await one(line, 'overdue', readerId, TODAY);
  const policy = await one(line, 'policy', reader['category'], item['item_type'], staff['branch_id']);
  refuse({
    'the copy is not there': item['status'] !== 'available',
    'the reader is blocked': reader['blocked'] === true || Number(reader['owes']) > 5000,
    'the card has run out': (reader['expires_on'] as Date) < new Date(NOW),
    'something is overdue': Number(overdue['n']) > 0,
    'the limit is reached': Number(reader['open_loans']) >= Number(policy['most_loans']),
    'others wait for it': queue.some((hold) => hold['reader_id'] !== readerId),
  });
  const loanId = `${barcode}:${requestId}`;
  const lent = [loanId, barcode, readerId, staff['branch_id'], NOW, TODAY, policy['days']];
  const { due_on: dueOn } = await one(line, 'lend', ...lent);
  await run(line, 'place', barcode, 'on_loan', NOW);
  await run(line, 'count', readerId, 1);
  await log(line, requestId, 'check_out', { id: loanId, barcode, reader_id: readerId, due_on: dueOn }, staff);
  return loanId;
}

async function renew(line: Line, loanId: string, requestId: string): Promise<void> {
  const staff = await one(line, 'staff', STAFF);
  const loan = await one(line, 'loan', loanId);
  const reader = await one(line, 'reader', loan['reader_id']);
  const queue = await run(line, 'queue', loan['title_id']);
  const overdue = await one(line, 'overdue', loan['reader_id'], TODAY);
  const policy = await one(line, 'policy', reader['category'], loan['item_type'], loan['branch_id']);
  refuse({
    'the reader is blocked': reader['blocked'] === true,
    'something is overdue': Number(overdue['n']) > 0,
    'it was renewed often enough': Number(loan['renewals']) >= Number(policy['most_renewals']),
    'others wait for it': queue.length > 0,
  });
  await run(line, 'extend', loanId, policy['days']);
  await log(line, requestId, 'renew', loan, staff);
}

async function checkIn(line: Line, barcode: string, requestId: string): Promise<void> {
  const staff = await one(line, 'staff', STAFF);
  const item = await one(line, 'item', barcode);
  const loan = await one(line, 'openLoan', barcode);
  const reader = await one(line, 'reader', loan['reader_id']);
  const queue = await run(line, 'queue', item['title_id']);
  await run(line, 'end', loan['id'], NOW);
  await run(line, 'place', barcode, queue.length > 0 ? 'on_hold_shelf' : 'available', NOW);
  await run(line, 'count', reader['id'], -1);
  await log(line, requestId, 'check_in', loan, staff);
}

/** A benchmark of refusals measures nothing: a reason that holds is an error here. */
function refuse(reasons: Record<string, boolean>): void {
  const [reason] = Object.keys(reasons).filter((name) => reasons[name]);
  if (reason) throw new Error(`refused: ${reason}`);
}

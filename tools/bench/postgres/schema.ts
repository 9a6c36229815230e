import type { Client } from 'pg';

export interface Sizes {
  titles: number;
  items: number;
  readers: number;
}

/** The date of the bench; what is due before it is overdue. */
export const TODAY = '2026-11-24';
/** Readers up to this number have nothing on loan: the bench lends to them. */
export const FREE_READERS = 1000;

/** What a plain relational library system keeps, with the indexes that its lists need. */
const TABLES = `
  create table branches (id text primary key, name text not null);
  create table staff (openid text primary key, name text not null, branch_id text not null references branches, active boolean not null);
  create table titles (id text primary key, title text not null, author text not null, isbn text, clc text not null);
  create table items (
    barcode text primary key, title_id text not null references titles, branch_id text not null references branches,
    item_type text not null, call_number text not null, status text not null, changed_at timestamptz not null);
  create table readers (
    id text primary key, card_number text not null unique, name text not null, category text not null,
    expires_on date not null, blocked boolean not null, open_loans int not null, owes int not null);
  create table policies (
    category text, item_type text, branch_id text, days int not null, most_loans int not null, most_renewals int not null);
  create table loans (
    id text primary key, barcode text not null references items, reader_id text not null references readers,
    branch_id text not null references branches, checked_out_at timestamptz not null, due_on date not null,
    renewals int not null, ended_at timestamptz);
  create table holds (
    id text primary key, title_id text not null references titles, reader_id text not null references readers,
    status text not null, placed_at timestamptz not null);
  create table operations (
    request_id text primary key, at timestamptz not null, branch_id text not null, staff text not null,
    reader_id text not null, barcode text not null, what text not null, details jsonb not null);
`;

const INDEXES = `
  create index on items (title_id);
  create index on items (branch_id, status);
  create index on titles (isbn);
  create unique index on loans (barcode) where ended_at is null;
  create index on loans (reader_id, due_on) where ended_at is null;
  create index on loans (due_on) where ended_at is null;
  create index on loans (reader_id, checked_out_at);
  create index on holds (title_id, status, placed_at);
  create index on holds (reader_id, status);
  create index on operations (branch_id, at desc);
  create index on operations (reader_id, at desc);
  create index on operations (barcode, at desc);
`;

/**
 * Fills the tables: two loans of the past for each copy, a tenth of the copies on loan, a hold for one title
 * in ten.
 */
export async function fillLibrary(client: Client, { titles, items, readers }: Sizes): Promise<void> {
  const borrowers = Math.max(1, readers - FREE_READERS);
  await client.query(TABLES);
  await client.query(`
    insert into branches select 'b' || n, '分馆 ' || n from generate_series(1, 5) n;
    insert into staff select 'o-staff-' || n, '馆员 ' || n, 'b' || (1 + n % 5), true from generate_series(1, 50) n;
    insert into policies select c, t, b, 30, 10, 2 from unnest(array['adult', 'child', null]) c,
      unnest(array['book', 'av', null]) t, unnest(array['b1', 'b2', null]) b;
    insert into titles select 't' || n, '书名 ' || md5(n::text), '作者 ' || n % 4000, '978' || lpad(n::text, 10, '0'),
      chr(65 + n % 22) from generate_series(1, ${titles}) n;
    insert into items select 'B' || n, 't' || (1 + n % ${titles}), 'b' || (1 + n % 5), 'book', 'I247.5/' || n,
      case when n % 10 = 0 then 'on_loan' else 'available' end, '2026-11-01' from generate_series(1, ${items}) n;
    insert into readers select 'r' || n, '33100' || lpad(n::text, 7, '0'), '读者 ' || n, 'adult', '2030-01-01', false, 0, 0
      from generate_series(1, ${readers}) n;
    insert into loans select 'past' || n || '-' || k, 'B' || n, 'r' || (1 + n % ${readers}), 'b1',
      '2026-01-01'::date + k * 60, '2026-01-31'::date + k * 60, 0, '2026-01-20'::date + k * 60
      from generate_series(1, ${items}) n, generate_series(0, 1) k;
    insert into loans select 'open' || n, 'B' || n, 'r' || (${readers - borrowers + 1} + n / 10 % ${borrowers}), 'b1',
      '2026-11-10', date '2026-12-10' - (n % 40), 0, null from generate_series(10, ${items}, 10) n;
    update readers set open_loans = n from
      (select reader_id, count(*) as n from loans where ended_at is null group by reader_id) open where reader_id = readers.id;
    insert into holds select 'h' || n, 't' || n, 'r' || (1 + n % ${readers}), 'waiting', '2026-11-01'
      from generate_series(10, ${titles}, 10) n;
    insert into operations select 'past' || n, '2026-01-20'::date + n % 300, 'b1', 'o-staff-1', 'r' || (1 + n % ${readers}),
      'B' || n, 'check_in', '{}' from generate_series(1, ${items}) n;
  `);
  await client.query(INDEXES);
  await client.query('vacuum analyze');
}

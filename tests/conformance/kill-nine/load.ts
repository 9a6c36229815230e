import { Agent, request } from 'node:http';
import { decodeDocument, encode } from '../../../local/cloud/database/wire/codec';

/** What was acknowledged before the server died: it must all be there afterwards. */
export interface Acknowledged {
  journal: string[];
  transfers: string[];
  increments: number;
  /** Increments that were sent, whether answered or not. */
  sentIncrements: number;
}

export const ACCOUNTS = 6;
export const START_BALANCE = 1000;

type Answer = { code?: string; data?: Record<string, unknown>; transactionId?: string };

/** Writes as fast as it can over the SDK's wire protocol, until the connection breaks. */
export async function loadUntilDead(url: string, round: number, acknowledged: Acknowledged): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const ask = (body: Record<string, unknown>): Promise<Answer> => post(url, agent, body);
  const writers = [
    ...Array.from({ length: 3 }, (_value, i) => transfer(ask, `${round}-${i}`, acknowledged)),
    ...Array.from({ length: 2 }, (_value, i) => journal(ask, `${round}-${i}`, acknowledged)),
    increment(ask, acknowledged),
  ];
  const outcomes = await Promise.allSettled(writers);
  agent.destroy();
  const wrong = outcomes.find((outcome) => outcome.status === 'rejected' && !isBroken(outcome.reason));
  if (wrong?.status === 'rejected') throw wrong.reason;
}

type Ask = (body: Record<string, unknown>) => Promise<Answer>;

async function transfer(ask: Ask, writer: string, acknowledged: Acknowledged): Promise<never> {
  for (let n = 0; ; n++) {
    const [from, to] = twoAccounts();
    const amount = 1 + Math.floor(Math.random() * 9);
    const { transactionId } = await ask({ action: 'database.startTransaction' });
    const tx = { transactionId };
    const id = `${writer}-${n}`;
    const steps = [
      set('accounts', from, { $inc: { balance: -amount } }, tx),
      set('accounts', to, { $inc: { balance: amount } }, tx),
      add('transfers', { _id: id, from, to, amount }, tx),
      { action: 'database.commitTransaction', ...tx },
    ];
    if (await all(ask, steps)) acknowledged.transfers.push(id);
    else await ask({ action: 'database.abortTransaction', ...tx });
  }
}

async function all(ask: Ask, steps: Record<string, unknown>[]): Promise<boolean> {
  for (const step of steps) if ((await ask(step)).code !== undefined) return false;
  return true;
}

async function journal(ask: Ask, writer: string, acknowledged: Acknowledged): Promise<never> {
  for (let n = 0; ; n++) {
    const id = `${writer}-${n}`;
    const tags = [`t${n % 7}`, `w${writer}`];
    const added = await ask(add('journal', { _id: id, seq: id, tags, text: '书'.repeat(n % 50) }));
    if (added.code !== undefined) throw new Error(`an insert was refused: ${added.code}`);
    acknowledged.journal.push(id);
    if (n % 3 === 0) await ask(set('journal', id, { $push: { tags: 'changed' } }));
  }
}

async function increment(ask: Ask, acknowledged: Acknowledged): Promise<never> {
  for (;;) {
    acknowledged.sentIncrements++;
    await ask(set('counters', 'one', { $inc: { n: 1 } }));
    acknowledged.increments++;
  }
}

function twoAccounts(): [string, string] {
  const from = Math.floor(Math.random() * ACCOUNTS);
  return [`a${from}`, `a${(from + 1 + Math.floor(Math.random() * (ACCOUNTS - 1))) % ACCOUNTS}`];
}

const add = (
  collectionName: string,
  document: object,
  transaction: object = {},
): Record<string, unknown> => ({
  action: 'database.insertDocument',
  collectionName,
  data: [encode(document)],
  ...transaction,
});

const set = (
  collectionName: string,
  id: string,
  update: object,
  tx: object = {},
): Record<string, unknown> => ({
  action: 'database.modifyDocument',
  collectionName,
  query: encode({ _id: id }),
  queryType: 'DOC',
  data: encode(update),
  multi: false,
  merge: true,
  upsert: false,
  ...tx,
});

function post(url: string, agent: Agent, body: Record<string, unknown>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/admin`, { method: 'POST', agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve(decodeDocument(Buffer.concat(chunks).toString('utf8')) as Answer));
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

const isBroken = (error: unknown): boolean =>
  /ECONNRESET|ECONNREFUSED|EPIPE|socket hang up|aborted/.test(
    String((error as { code?: string }).code ?? '') + String(error),
  );

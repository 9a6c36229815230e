import { createServer, type Server, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runInNewContext } from 'node:vm';

/** A loopback that answers the documented addresses of WeChat in their documented shapes, for tests. */

type Stored = Record<string, unknown> & { _id: string };
type Body = Record<string, unknown>;

interface Asked {
  path: string;
  body: Body;
}

interface Kept {
  documents: Map<string, Stored>;
  indexes: Map<string, { unique: boolean; keys: { name: string; direction: string }[] }>;
}

/** Indexes that the cloud makes by itself in every collection. */
const OWN_INDEXES = 2;
const UPDATING = Symbol('an update operator');

class Refusal {
  constructor(
    readonly errcode: number,
    readonly errmsg: string,
  ) {}
}

/** What the fake knows and was told to do. */
interface Account {
  appid: string;
  secret: string;
  env: string;
  collections: Map<string, Kept>;
  asked: Asked[];
  token: number;
  /** Address whose next answer is lost; "" for none. */
  lost: string;
  refuse: (asked: Asked) => Refusal | undefined;
}

export async function fakeWechat({ appid = 'wx0123', secret = 'right-secret', env = 'env-1' } = {}) {
  const account: Account = {
    ...{ appid, secret, env, collections: new Map(), asked: [], token: 0, lost: '' },
    refuse: () => undefined,
  };
  const { asked, collections } = account;
  const server = serverOf(account);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    collections,
    documents: (name: string) => Object.fromEntries(collections.get(name)?.documents ?? []),
    put: (name: string, ...documents: Stored[]) => {
      for (const document of documents) kept(account, name).documents.set(document._id, document);
    },
    /** Does what is asked at this address the next time, and hangs up instead of answering. */
    loseAnswerOnce: (path: string) => void (account.lost = path),
    refuseWhen: (test: (asked: Asked) => boolean, errcode: number, errmsg: string, times = Infinity) => {
      let left = times;
      account.refuse = (each) =>
        left > 0 && test(each) && left-- > 0 ? new Refusal(errcode, errmsg) : undefined;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const serverOf = (account: Account): Server =>
  createServer((request, response) => {
    void read(request).then((body) => {
      const url = new URL(request.url ?? '/', 'http://fake');
      const path = url.pathname.slice(1);
      account.asked.push({ path, body });
      const result = resultOf(account, { path, body }, request.method === 'POST', url.searchParams);
      if (path === account.lost) {
        account.lost = '';
        response.destroy();
        return;
      }
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(result));
    });
  });

function resultOf(account: Account, { path, body }: Asked, isPost: boolean, query: URLSearchParams): object {
  try {
    const refused = account.refuse({ path, body });
    if (refused) throw refused;
    if (!isPost) throw new Refusal(43002, 'require POST method');
    return answer(account, path, query, body);
  } catch (error) {
    return error instanceof Refusal
      ? { errcode: error.errcode, errmsg: error.errmsg }
      : { errcode: 40097, errmsg: String(error) };
  }
}

function answer(account: Account, path: string, query: URLSearchParams, body: Body): object {
  if (path === 'cgi-bin/stable_token') {
    need(body, ['grant_type', 'appid', 'secret']);
    if (body.appid !== account.appid) throw new Refusal(40013, 'invalid appid');
    if (body.secret !== account.secret) throw new Refusal(40125, 'invalid appsecret');
    return { access_token: `token-${++account.token}`, expires_in: 7200 };
  }
  if (query.get('access_token') !== `token-${account.token}`)
    throw new Refusal(40014, 'invalid access_token');
  need(body, ['env']);
  if (body.env !== account.env) throw new Refusal(-501005, 'Env not exist');
  const answers = ADDRESSES[path];
  if (!answers) throw new Refusal(-1, `no such address in this fake: ${path}`);
  return { errcode: 0, errmsg: 'ok', ...answers(account, body) };
}

function kept({ collections }: Account, name: string): Kept {
  const found = collections.get(name);
  if (!found) throw new Refusal(-502005, 'database collection not exists');
  return found;
}

const ADDRESSES: Record<string, (account: Account, body: Body) => object> = {
  'tcb/databasecollectionget': ({ collections }, { limit = 10, offset = 0 }) => {
    const all = [...collections].map(([name, { documents, indexes }]) => ({
      name,
      count: documents.size,
      size: 0,
      index_count: OWN_INDEXES + indexes.size,
      index_size: 0,
    }));
    // The harder of two ways to say nothing: the documentation shows neither.
    if (all.length === 0) return {};
    const from = Number(offset);
    const pager = { Offset: from, Limit: Number(limit), Total: all.length };
    return { collections: all.slice(from, from + Number(limit)), pager };
  },
  'tcb/databasecollectionadd': ({ collections }, body) => {
    need(body, ['collection_name']);
    const name = String(body.collection_name);
    if (collections.has(name)) throw new Refusal(-501000, 'Table exist');
    collections.set(name, { documents: new Map(), indexes: new Map() });
    return {};
  },
  'tcb/updateindex': (account, body) => {
    need(body, ['collection_name', 'create_indexes', 'drop_indexes']);
    const { indexes } = kept(account, String(body.collection_name));
    for (const { name, unique, keys } of body.create_indexes as Made[]) {
      if (typeof unique !== 'boolean' || !keys.every(({ direction }) => /^(-?1|2dsphere)$/.test(direction)))
        throw new Refusal(40097, 'invalid args');
      if (indexes.has(name)) throw new Refusal(-501001, `index already exists: ${name}`);
      indexes.set(name, { unique, keys });
    }
    return {};
  },
  'tcb/databasequery': statement,
  'tcb/databasecount': statement,
  'tcb/databaseadd': statement,
  'tcb/databaseupdate': statement,
};

/** The statement is the database API's own syntax: it is run against one. */
function statement(account: Account, body: Body): object {
  need(body, ['query']);
  return runInNewContext(String(body.query), {
    db: { collection: (name: string) => collectionApi(kept(account, name)) },
    _: {
      in: (values: unknown[]) => (value: unknown) => values.includes(value),
      set: (value: unknown) => ({ [UPDATING]: value }),
    },
  }) as object;
}

interface Made {
  name: string;
  unique: boolean;
  keys: { name: string; direction: string }[];
}

function collectionApi({ documents }: Kept) {
  const search = (where: Record<string, unknown>, skip = 0, limit = 10, field?: Record<string, boolean>) => {
    const found = [...documents.values()].filter((document) =>
      Object.entries(where).every(([name, wanted]) =>
        typeof wanted === 'function' ? wanted(document[name]) : document[name] === wanted,
      ),
    );
    return {
      where: (more: Record<string, unknown>) => search({ ...where, ...more }, skip, limit, field),
      orderBy: (name: string) => {
        if (name !== '_id') throw new Error('this fake sorts by _id alone');
        return search(where, skip, limit, field);
      },
      field: (wanted: Record<string, boolean>) => search(where, skip, limit, wanted),
      skip: (count: number) => search(where, count, limit, field),
      limit: (count: number) => search(where, skip, count, field),
      count: () => ({ count: found.length }),
      get: () => ({
        pager: { Offset: skip, Limit: limit, Total: found.length },
        data: found
          .sort((a, b) => (a._id < b._id ? -1 : 1))
          .slice(skip, skip + limit)
          .map((each) => JSON.stringify(field ? { _id: each._id } : each)),
      }),
    };
  };
  return {
    ...search({}),
    add: ({ data }: { data: Stored[] }) => {
      const taken = data.find(({ _id }) => documents.has(_id));
      if (taken) throw new Refusal(-502001, `E11000 duplicate key error dup key: ${taken._id}`);
      for (const each of data) documents.set(each._id, each);
      return { id_list: data.map(({ _id }) => _id) };
    },
    doc: (id: string) => ({
      set: ({ data }: { data: Body }) => {
        if ('_id' in data) throw new Refusal(-501007, 'cannot set _id');
        const matched = documents.has(id) ? 1 : 0;
        documents.set(id, { _id: id, ...data });
        return { matched, modified: matched, id: matched ? '' : id };
      },
      update: ({ data }: { data: Body }) => {
        const found = documents.get(id);
        for (const [name, value] of Object.entries(found ? data : {})) {
          const given = value as { [UPDATING]?: unknown };
          found![name] = given !== null && typeof given === 'object' ? given[UPDATING] : value;
        }
        return { matched: found ? 1 : 0, modified: found ? 1 : 0, id: '' };
      },
    }),
  };
}

function need(body: Body, names: string[]): void {
  const missing = names.find((name) => body[name] === undefined);
  if (missing) throw new Refusal(40101, `missing parameter ${missing}`);
}

async function read(request: IncomingMessage): Promise<Body> {
  let text = '';
  for await (const part of request) text += String(part);
  return JSON.parse(text || '{}') as Body;
}

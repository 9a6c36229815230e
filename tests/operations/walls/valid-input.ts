import * as v from 'valibot';
import { CHILD_VERSION, PRIVACY_VERSION } from '../../../cloudfunctions/features/account/consent-texts';
import type { KnownIds } from './known-ids';
import { ownInput } from './own-inputs';
import type { Declared } from './doors';

/**
 * A valid input of every operation, made from its schema: of what may stand there, the first that the schema
 * takes. Where the schema alone does not tell enough, the input stands in `own-inputs.ts`.
 */

/** What stands in the library of these tests, by the name of the field. */
const BY_NAME: Record<string, string> = {
  readerId: 'reader-reader',
  reasonKey: 't:title-one',
  titleId: 'title-one',
  branchId: 'main',
  pickUpBranchId: 'main',
  barcode: 'C1',
  eventId: 'talk',
  cardNumber: '30177777770',
  guardianCard: '30177777771',
  password: '135790',
  newPassword: '135790',
  pin: '135790',
  phone: '13900001234',
  scanned: '30177777770',
  staffId: 'o-somebody-new',
  memberId: 'o-content',
  on: '2026-11-24',
  month: '2026-12',
  quarter: '2026-3',
  year: '2026',
  birthDate: '1990-05-01',
  name: '林知夏',
  query: '红楼梦',
  isbn: '9787536692930',
  listId: 'want',
  to: '21:00',
  isbns: '9787536692930',
  url: 'https://example.org/',
  page: '/pages/home/index',
  version: PRIVACY_VERSION,
  agreedTo: PRIVACY_VERSION,
  agreedForChild: CHILD_VERSION,
};
const TEXTS = [
  'main',
  'some-id-1',
  '2026-12-08',
  '2026-11-22T02:00:00.000Z',
  '13900001234',
  '135790',
  '05-01',
  '2026-12',
  '09:00',
  '100',
  'I247',
  '好书',
  '',
  'chi',
  'B',
  'cloud://cloud1-local.636c-cloud1-local/imports/one.csv',
];
const NUMBERS = [1, 0, 5, 20, 100, 2026, 1000];

/** What a schema of valibot tells of itself, as far as it is looked at here. */
interface Told {
  type: string;
  entries?: Record<string, Told>;
  item?: Told;
  items?: Told[];
  wrapped?: Told;
  options?: readonly unknown[];
  literal?: unknown;
}
const isTold = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
const isSchema = (value: unknown): value is v.GenericSchema => isTold(value) && '~run' in value;

const takes = (schema: Told, value: unknown): boolean =>
  isSchema(schema) && v.safeParse(schema, value).success;
const OPTIONAL = ['optional', 'nullish', 'exact_optional', 'undefinedable'];

const firstTaken = (schema: Told, values: readonly unknown[], path: string): unknown => {
  const found = values.find((value) => takes(schema, value));
  if (found === undefined) throw new Error(`no valid value is known for ${path} (${schema.type})`);
  return found;
};

const madeFor = (schema: Told, path: string, whole: boolean, ids: KnownIds): unknown => {
  const name = path.split('.').pop() ?? '';
  const known = ids[name] ?? BY_NAME[name];
  switch (schema.type) {
    case 'strict_object':
    case 'object':
    case 'loose_object':
      return Object.fromEntries(
        Object.entries(schema.entries ?? {})
          .filter(([, each]) => whole || !OPTIONAL.includes(each.type))
          .map(([key, each]) => [key, madeFor(each, `${path}.${key}`, whole, ids)]),
      );
    case 'string':
      return firstTaken(schema, known === undefined ? TEXTS : [known, ...TEXTS], path);
    case 'number':
      return firstTaken(schema, NUMBERS, path);
    case 'boolean':
      return true;
    case 'picklist':
    case 'enum':
      return firstTaken(schema, schema.options ?? [], path);
    case 'literal':
      return schema.literal;
    case 'null':
      return null;
    case 'array':
      return firstTaken(schema, [schema.item ? [madeFor(schema.item, path, whole, ids)] : [], []], path);
    case 'tuple':
    case 'strict_tuple':
      return (schema.items ?? []).map((each) => madeFor(each, path, whole, ids));
    case 'record':
    case 'unknown':
    case 'any':
      return firstTaken(schema, [{}, ''], path);
    case 'union':
    case 'variant':
      return firstTaken(
        schema,
        (schema.options ?? []).filter(isTold).map((each) => madeFor(each, path, whole, ids)),
        path,
      );
    case 'intersect':
      return Object.assign(
        {},
        ...(schema.options ?? []).filter(isTold).map((each) => madeFor(each, path, whole, ids)),
      ) as unknown;
    default:
      if (schema.wrapped) return madeFor(schema.wrapped, path, whole, ids);
      throw new Error(`no valid value is known for ${path}: ${schema.type}`);
  }
};

/** A valid input of an operation, or an error that names what is missing here. */
export const validInput = ({ action, schema }: Declared, ids: KnownIds = {}, whole = false): unknown => {
  const input = ownInput(action, ids) ?? (isTold(schema) ? madeFor(schema, action, whole, ids) : {});
  const read = v.safeParse(schema, input);
  if (!read.success)
    throw new Error(
      `${action}: give a valid input in own-inputs.ts. ${JSON.stringify(input)}: ${read.issues.map((issue) => `${v.getDotPath(issue)} ${issue.message}`).join('; ')}`,
    );
  return input;
};

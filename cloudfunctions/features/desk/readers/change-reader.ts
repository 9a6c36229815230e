import * as v from 'valibot';
import type { DeskApi } from '../../../../typings/contract/desk';
import type { Refusal } from '../../../../typings/contract/refusals';
import type { ReaderDocument } from '../../../documents';
import type { StaffContext } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { writing } from '../../../kernel/operation';
import { hashPassword } from '../../../kernel/password';
import { refuse } from '../../../kernel/refusal';
import { hasRole } from '../../../kernel/roles';
import { aComment, aDay, aPassword, aText, anId } from '../../../kernel/validate';
import { moveHoldsToCategory } from '../../../steps/holds';
import { categoryName } from '../../../views/readers';
import { unknownCategory } from './known-category';

type Input = Parameters<DeskApi['desk.changeReader']>[0];

const SALT_BYTES = 16;

/**
 * Changes what only staff may change of a reader, always with a reason and with before and after in the log.
 * What a card is good for, its category and its end, is a manager's to say; blocks and suspensions are set
 * and lifted at the desk.
 */
export const changeReader = writing('desk.changeReader', {
  role: 'circulation',
  schema: v.strictObject({
    readerId: anId,
    category: v.optional(aText(40)),
    expiresOn: v.optional(aDay),
    block: v.optional(
      v.nullable(
        v.strictObject({
          reason: aText(100),
          until: v.nullable(aDay),
          stops: v.optional(v.picklist(['borrowing', 'holds'], '只能停借阅或预约')),
        }),
      ),
    ),
    suspendedUntil: v.optional(v.null()),
    password: v.optional(aPassword),
    comment: aComment,
  }),
  prepare: async (context, { password }) => ({
    password: password === undefined ? undefined : hashPassword(password, context.randomBytes(SALT_BYTES)),
  }),
  run: async (context, input, transaction, { password }) => {
    const refusals = refusalsToChange(context, input);
    if (refusals.length > 0) return { refusals };
    const reader = await transaction.get('readers', input.readerId);
    if (!reader) return refuse({ code: 'reader_not_found', scanned: input.readerId });
    const after: ReaderDocument = {
      ...reader,
      category: input.category ?? reader.category,
      expiresOn: input.expiresOn ?? reader.expiresOn,
      block: input.block === undefined ? reader.block : input.block,
      suspendedUntil: input.suspendedUntil === null ? null : reader.suspendedUntil,
      holdsStoppedUntil: input.suspendedUntil === null ? null : (reader.holdsStoppedUntil ?? null),
    };
    await transaction.put('readers', after);
    if (after.category !== reader.category) await moveHoldsToCategory(transaction, after);
    const changes = differences(context, reader, after);
    if (password !== undefined) await resetPassword(transaction, reader, password);
    return {
      value: { readerId: reader._id },
      log: {
        outcome:
          [...changes.map(({ stays }) => stays), ...(password === undefined ? [] : ['重设密码'])].join(
            '；',
          ) || '未变',
        comment: [...changes.flatMap(({ words }) => words ?? []), input.comment].join('；'),
        readerId: reader._id,
        branchId: context.staff.branchId,
      },
    };
  },
});

const refusalsToChange = (
  { staff, library }: StaffContext,
  { category, expiresOn, comment }: Input,
): Refusal[] => {
  const isForManager = category !== undefined || expiresOn !== undefined;
  return [
    ...(isForManager && !hasRole(staff, 'manager')
      ? [{ code: 'role_missing' as const, role: 'manager' as const }]
      : []),
    ...(category === undefined ? [] : unknownCategory(library, category)),
    ...(comment === '' ? [{ code: 'comment_needed' as const }] : []),
  ];
};

/** A new password opens the card at once, however often the old one was guessed. */
const resetPassword = async (
  transaction: Transaction,
  { cardNumber }: ReaderDocument,
  password: string,
): Promise<void> => {
  const card = await transaction.get('cards', cardNumber);
  if (!card) throw new Error(`card ${cardNumber} does not exist`);
  await transaction.put('cards', { ...card, password, wrongTries: 0, lockedUntil: null });
};

const STOPS = { borrowing: '只停借阅：', holds: '只停预约：' } as const;
const blockText = ({ reason, until, stops }: NonNullable<ReaderDocument['block']>): string =>
  `${stops ? STOPS[stops] : ''}${reason}${until ? `（至 ${until}）` : ''}`;

/** What the log goes on saying of a change, and what is told of it in the words of whoever made it. */
interface Difference {
  stays: string;
  words?: string;
}

/** "有效期 2027-01-01 → 2028-01-01" for everything that is different now. */
const differences = (
  { library }: StaffContext,
  before: ReaderDocument,
  after: ReaderDocument,
): Difference[] => {
  const fields: [string, (reader: ReaderDocument) => string][] = [
    ['类别', ({ category }) => categoryName(library, category)],
    ['有效期', ({ expiresOn }) => expiresOn],
    ['暂停借阅', ({ suspendedUntil }) => suspendedUntil ?? '无'],
    ['暂停预约', ({ holdsStoppedUntil }) => holdsStoppedUntil ?? '无'],
  ];
  const block = ({ block: set }: ReaderDocument): string => (set ? blockText(set) : '无');
  return [
    ...fields
      .filter(([, of]) => of(before) !== of(after))
      .map(([what, of]) => ({ stays: `${what} ${of(before)} → ${of(after)}` })),
    ...(block(before) === block(after)
      ? []
      : [{ stays: after.block ? '停借' : '取消停借', words: `停借 ${block(before)} → ${block(after)}` }]),
  ];
};

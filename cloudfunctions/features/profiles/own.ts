import * as v from 'valibot';
import type { Profile, ProfileTerms } from '../../../typings/contract/profiles';
import type { ProfileDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { between } from '../../kernel/database';
import { reading, writing } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { aText, anId, nothing } from '../../kernel/validate';
import { forReader, readerAsking, readerWithin } from '../../reads/asking';

/** Subjects that a reader watches at a time: more are a search and not a profile. */
const MOST = 10;
const NOT_FOUND = { code: 'profile_not_found' } as const;

const some = <S extends v.GenericSchema<unknown, string>>(each: S, most: number) =>
  v.pipe(v.array(each), v.maxLength(most, `最多 ${most} 个`));
const aClass = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[A-Za-z][A-Za-z0-9./-]{0,11}$/, '分类号以字母开头，例如 K825'),
);
const KINDS = ['book', 'serial', 'music', 'map', 'audio', 'video', 'picture', 'electronic', 'other'] as const;

const terms = v.strictObject({
  words: some(v.pipe(aText(30), v.regex(/[\p{L}\p{N}]/u, '主题词里要有文字')), 10),
  classes: some(aClass, 10),
  authors: some(aText(40), 10),
  languages: some(v.pipe(v.string(), v.regex(/^[a-z]{3}$/, '没有这种语言')), 5),
  kinds: some(v.picklist(KINDS, '没有这种类型'), KINDS.length),
}) satisfies v.GenericSchema<unknown, ProfileTerms>;

/** Less is met by half of the library. */
const isNarrow = ({ words, classes, authors }: ProfileTerms): boolean =>
  words.length + classes.length + authors.length > 0;

export const isOpen = ({ library }: Pick<Context, 'library'>): boolean =>
  library.settings.profiles?.open ?? false;

const profileView = (
  { _id, name, terms: of, when, lastFindAt }: ProfileDocument,
  fresh: number,
): Profile => ({
  profileId: _id,
  name,
  terms: of,
  when,
  fresh,
  lastFindAt,
});

/** Found since the reader looked or was told last; nothing is asked where nothing came. */
const freshOf = (
  { db }: Pick<Context, 'db'>,
  { _id, lastFindAt, toldUpTo }: ProfileDocument,
): Promise<number> =>
  lastFindAt > toldUpTo
    ? db.count('profileFinds', { profileId: _id, at: between({ from: `${toldUpTo}!` }) })
    : Promise.resolve(0);

const ownProfiles = ({ db }: Pick<Context, 'db'>, readerId: string): Promise<ProfileDocument[]> =>
  db.find('profiles', { where: { readerId }, orderBy: [['from', 'desc']], limit: 2 * MOST });

export const mine = reading('profiles.mine', {
  caller: 'reader',
  schema: nothing,
  run: forReader(async (context, _input, { _id }) => {
    const profiles = await ownProfiles(context, _id);
    const list = await Promise.all(
      profiles.map(async (profile) => profileView(profile, await freshOf(context, profile))),
    );
    return done({ open: isOpen(context), most: MOST, list });
  }),
});

/** A limit of size: two saved at once may pass it by one. */
export const save = writing('profiles.save', {
  caller: 'reader',
  schema: v.pipe(
    v.strictObject({
      profileId: v.union([v.literal(''), anId], '编号格式不对'),
      name: aText(30),
      terms,
      when: v.picklist(['weekly', 'at_once', 'off'], '请选多久通知一次'),
    }),
    v.forward(
      v.partialCheck([['terms']], ({ terms: given }) => isNarrow(given), '主题词、分类和作者，至少写一样'),
      ['terms'],
    ),
  ),
  prepare: async (context, { profileId }) => {
    const reader = await readerAsking(context);
    if (!reader) return refuse({ code: 'no_card' });
    if (!isOpen(context)) return refuse({ code: 'profiles_not_open' });
    const current = profileId ? 0 : (await ownProfiles(context, reader._id)).length;
    return current >= MOST ? refuse({ code: 'profile_limit_reached', current, limit: MOST }) : undefined;
  },
  run: async (context, { profileId, ...words }, transaction) => {
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    const { now, newId } = context;
    const before = profileId ? await transaction.get('profiles', profileId) : null;
    if (profileId && before?.readerId !== reader._id) return refuse(NOT_FOUND);
    const profile: ProfileDocument = {
      ...{ _id: newId(), readerId: reader._id, lastFindAt: '', from: now, toldUpTo: now },
      ...before,
      ...words,
    };
    await transaction.put('profiles', profile);
    return {
      value: profileView(profile, 0),
      log: { outcome: before ? '修改定题' : '新建定题', readerId: reader._id },
    };
  },
});

/** Finds that one transaction takes away. */
const MOST_REMOVED = 200;

/** What it found goes with it; of very many the rest goes by the night's terms. */
export const remove = writing('profiles.remove', {
  caller: 'reader',
  schema: v.strictObject({ profileId: anId }),
  prepare: ({ db }, { profileId }) =>
    db.find('profileFinds', { where: { profileId }, limit: MOST_REMOVED, fields: ['readerId'] }),
  run: async (context, { profileId }, transaction, found) => {
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    const profile = await transaction.get('profiles', profileId);
    if (profile?.readerId !== reader._id) return refuse(NOT_FOUND);
    await transaction.remove('profiles', profileId);
    for (const { _id } of found) await transaction.remove('profileFinds', _id);
    return { value: { profileId }, log: { outcome: '删除定题', readerId: reader._id } };
  },
});

export const finds = reading('profiles.finds', {
  caller: 'reader',
  schema: v.strictObject({ profileId: anId, after: aPageStart }),
  run: forReader(async (context, { profileId, after }, reader) => {
    const profile = await context.db.get('profiles', profileId);
    if (profile?.readerId !== reader._id) return refuse(NOT_FOUND);
    const page = await pageFrom(
      context.db,
      'profileFinds',
      { where: { profileId }, orderBy: [['at', 'desc']] },
      after,
    );
    return done({
      ...page,
      profile: profileView(profile, await freshOf(context, profile)),
      list: page.list.map(({ _id, titleId, title, by, year, why, note, at }) => ({
        ...{ findId: _id, titleId, title, by, year, why, note, at },
      })),
    });
  }),
});

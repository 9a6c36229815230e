import * as v from 'valibot';
import type { ProfileFindDocument } from '../../documents';
import { writing, reading } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { aLine, aText, anId, openOrNot, someLines } from '../../kernel/validate';
import { switching } from '../../steps/library-settings';
import { tell } from '../../steps/notices';
import { isOpen } from './own';
import { profilePage } from './telling';

export const list = reading('profileDesk.list', {
  role: 'reference',
  schema: v.strictObject({ after: aPageStart }),
  run: async (context, { after }) => {
    const { db } = context;
    const page = await pageFrom(db, 'profiles', { where: {}, orderBy: [['from', 'desc']] }, after);
    const readers = await db.getMany('readers', [...new Set(page.list.map(({ readerId }) => readerId))]);
    const names = new Map(readers.map(({ _id, name }) => [_id, name]));
    return done({
      ...page,
      open: isOpen(context),
      list: page.list.map(({ _id, readerId, name, terms, lastFindAt }) => ({
        ...{ profileId: _id, name, terms, lastFindAt },
        readerName: names.get(readerId) ?? '',
      })),
    });
  },
});

/** A paper that no catalogue brings, with a librarian's word; its reader is told at once. */
export const add = writing('profileDesk.add', {
  role: 'reference',
  schema: v.strictObject({
    profileId: anId,
    paper: v.strictObject({
      title: aText(200),
      author: aLine(100),
      within: aLine(200),
      year: v.pipe(aLine(4), v.regex(/^(\d{4})?$/, '年份是四位数字')),
      note: someLines(300),
    }),
  }),
  run: async (context, { profileId, paper }, transaction) => {
    const profile = await transaction.get('profiles', profileId);
    if (!profile) return refuse({ code: 'profile_not_found' });
    const { now, newId, staff } = context;
    const { title, author, within, year, note } = paper;
    const find: ProfileFindDocument = {
      _id: newId(),
      profileId,
      readerId: profile.readerId,
      titleId: '',
      title,
      by: [author, within].filter(Boolean).join('，'),
      year,
      why: [{ by: 'librarian', text: staff.name }],
      note,
      at: now,
    };
    await transaction.add('profileFinds', find);
    await transaction.put('profiles', { ...profile, lastFindAt: now });
    await tell(transaction, context, {
      occasion: `profile_paper_${find._id}`,
      readerId: profile.readerId,
      topic: 'reference',
      title: '馆员为您找到一篇',
      body: `“${profile.name}”：《${title}》。${note}`.trim(),
      link: profilePage(profileId),
      facts: { title },
    });
    return {
      value: { findId: find._id },
      log: { outcome: '定题加入文献', readerId: profile.readerId },
    };
  },
});

/** The library's switch. */
export const setOpen = writing('profileDesk.setOpen', {
  role: 'manager',
  schema: openOrNot,
  run: switching('profiles', '定题服务'),
});

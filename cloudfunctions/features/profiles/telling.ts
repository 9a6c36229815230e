import type { ProfileDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between } from '../../kernel/database';
import { tell } from '../../steps/notices';

const PROFILES_PAGE = '/features/profiles/pages/mine/index';
export const profilePage = (profileId: string): string =>
  `/features/profiles/pages/finds/index?profileId=${profileId}`;

/** Titles that a message names; all of them stand on its page. */
const NAMED = 2;

interface News {
  profile: ProfileDocument;
  count: number;
  titles: string[];
}

/** What was found since its reader was told; undefined where nothing was. */
const newsOf = async ({ db }: JobContext, profile: ProfileDocument): Promise<News | undefined> => {
  const since = { profileId: profile._id, at: between({ from: `${profile.toldUpTo}!` }) };
  const [count, first] = await Promise.all([
    db.count('profileFinds', since),
    db.find('profileFinds', { where: since, orderBy: [['at', 'desc']], limit: NAMED, fields: ['title'] }),
  ]);
  return count > 0 ? { profile, count, titles: first.map(({ title }) => title) } : undefined;
};

/**
 * Tells a reader what is new on their subjects, in one message. Each profile carries up to when it is told,
 * written with the message: a run that is cut off tells all of it or nothing, and nothing twice.
 */
export const tellNews = async (
  context: JobContext,
  readerId: string,
  profiles: readonly ProfileDocument[],
): Promise<number> => {
  const all = await Promise.all(profiles.map((profile) => newsOf(context, profile)));
  const news = all.flatMap((each) => (each ? [each] : []));
  const [first] = news;
  if (!first) return 0;
  return context.db.transact(async (transaction) => {
    const { now } = context;
    for (const { profile } of news) {
      const there = await transaction.get('profiles', profile._id);
      // Told by another run, or gone: everything is looked at again another time.
      if (there?.toldUpTo !== profile.toldUpTo) return 0;
      await transaction.put('profiles', { ...there, toldUpTo: now });
    }
    const count = news.reduce((sum, each) => sum + each.count, 0);
    const titles = news.flatMap((each) => each.titles).slice(0, NAMED);
    const names = titles.map((title) => `《${title}》`).join('');
    const more = count > titles.length ? `等 ${count} 种` : '';
    const subjects = news.length === 1 ? `“${first.profile.name}”` : `您的 ${news.length} 个主题`;
    await tell(transaction, context, {
      occasion: `profiles_${readerId}_${first.profile._id}_${now}`,
      readerId,
      topic: 'reference',
      title: '定题服务：有新到',
      body: `${names}${more}，符合${subjects}。`,
      link: news.length === 1 ? profilePage(first.profile._id) : PROFILES_PAGE,
      facts: { title: first.profile.name },
      waits: true,
    });
    return count;
  });
};

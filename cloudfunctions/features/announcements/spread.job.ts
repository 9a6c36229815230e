import type { JobContext } from '../../kernel/context';
import { someOfAudience } from '../../reads/audience';
import type { Part } from '../../steps/spreading';

/** The next readers of an announcement; null: it was taken back meanwhile. */
export const announcementPart = async (
  context: JobContext,
  id: string,
  after: string,
): Promise<Part | null> => {
  const announcement = await context.db.get('announcements', id);
  if (announcement?.state !== 'sent') return null;
  const { title, text, link, urgent, audience } = announcement;
  return {
    ...(await someOfAudience(context, audience, after)),
    telling: (readerId) => ({
      occasion: `announcement_${id}_${readerId}`,
      readerId,
      topic: 'news',
      title,
      body: text,
      link,
      facts: { title, text },
      of: id,
      ...(urgent ? { urgent: true as const } : { waits: true as const }),
    }),
  };
};

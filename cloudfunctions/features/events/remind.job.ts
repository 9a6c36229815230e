import { branchName } from '../../circulation/branches';
import { between } from '../../kernel/database';
import type { Job } from '../../kernel/job';
import { addDays, instantOf, localDateOf, localTimeOf } from '../../kernel/local-date';
import { tellNew } from '../../steps/telling-many';

const BATCH = 100;

/**
 * The day before an event, tells everybody who registered. `after` is the number of registrations already
 * looked at.
 */
export const remindEvents: Job = {
  name: 'event_tomorrow',
  when: { dailyFrom: '09:00' },
  step: async (context, after) => {
    const { db, library, today } = context;
    const start = Number(after ?? 0);
    const from = instantOf(addDays(today, 1));
    const below = instantOf(addDays(today, 2));
    const events = (
      await db.find('events', {
        where: { endsAt: between({ from }) },
        orderBy: [['endsAt', 'asc']],
        limit: 200,
      })
    ).filter(
      (event) =>
        !event.cancelled && event.state === 'published' && event.startsAt >= from && event.startsAt < below,
    );
    if (events.length === 0) return { done: 0, after: null };
    const registrations = await db.find('registrations', {
      where: { eventId: { is: 'in', values: events.map((event) => event._id) }, status: 'registered' },
      orderBy: [['_id', 'asc']],
      skip: start,
      limit: BATCH,
    });
    const done = await tellNew(
      context,
      registrations.flatMap(({ eventId, readerId }) => {
        const event = events.find((each) => each._id === eventId);
        if (!event) return [];
        const where = `${branchName(library, event.branchId)} ${event.place}`;
        return [
          {
            occasion: `event_${eventId}_${readerId}_${localDateOf(event.startsAt)}`,
            readerId,
            topic: 'event' as const,
            title: '明天有您报名的活动',
            body: `「${event.title}」明天 ${localTimeOf(event.startsAt)} 开始，地点：${where}。`,
            link: `/features/events/pages/event/index?eventId=${eventId}`,
            facts: {
              title: event.title,
              time: `${localDateOf(event.startsAt)} ${localTimeOf(event.startsAt)}`,
              place: where,
            },
          },
        ];
      }),
    );
    return { done, after: registrations.length === BATCH ? String(start + BATCH) : null };
  },
};

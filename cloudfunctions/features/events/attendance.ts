import * as v from 'valibot';
import { csvLine } from '../../exchange/write-csv';
import type { EventDocument, RegistrationDocument } from '../../documents';
import type { Database } from '../../kernel/database';
import { isIn } from '../../kernel/database';
import { localDateOf, localTimeOf } from '../../kernel/local-date';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aLine, anId } from '../../kernel/validate';
import { namesOf } from '../../reads/readers';
import { eventWithin } from '../../steps/event-places';
import { deskEvent } from '../../views/event-desk';

const STATUS: Partial<Record<RegistrationDocument['status'], string>> = {
  registered: '已报名',
  offered: '等确认',
  waiting: '候补',
  entered: '抽签',
  passed: '没有等到',
  attended: '到场',
  absent: '缺席',
};
/** One answer of the database; a library's halls are smaller. */
const MOST_ROWS = 1000;

/** A table of who registered and who came. It takes names out of the library, so the log has a line of it. */
export const exportPeople = writing('eventDesk.exportPeople', {
  role: 'events',
  schema: v.strictObject({ eventId: anId }),
  prepare: async ({ db }, { eventId }) => {
    const event = await db.get('events', eventId);
    return event ? { event, csv: await tableOf(db, event) } : refuse({ code: 'event_not_found' });
  },
  run: async (_context, _input, _transaction, { event, csv }) => ({
    value: { fileName: `${localDateOf(event.startsAt)} ${event.title} 名单.csv`, csv },
    log: { outcome: '导出活动名单', titleName: event.title, branchId: event.branchId },
  }),
});

const time = (at: string): string => `${localDateOf(at)} ${localTimeOf(at)}`;

const tableOf = async (db: Database, { _id, terms }: EventDocument): Promise<string> => {
  const list = await db.find('registrations', {
    where: { eventId: _id, status: isIn(Object.keys(STATUS)) },
    orderBy: [
      ['status', 'asc'],
      ['order', 'asc'],
    ],
    limit: MOST_ROWS,
  });
  const nameOf = await namesOf(
    db,
    list.map(({ readerId }) => readerId),
  );
  const head = [
    '姓名',
    '人数',
    '同行人',
    '状态',
    '报名时间',
    '签到时间',
    ...terms.fields.map(({ label }) => label),
  ];
  const rows = list.map((own) => [
    nameOf(own.readerId),
    String(own.places),
    own.guests.join('、'),
    STATUS[own.status] ?? '',
    time(own.at),
    own.checkedIn ? time(own.checkedIn.at) : '',
    ...terms.fields.map(({ id }) => own.answers[id] ?? ''),
  ]);
  // With the mark by which spreadsheets know UTF-8.
  return `\ufeff${[head, ...rows].map(csvLine).join('')}`;
};

const A_PICTURE = v.pipe(
  v.string(),
  v.maxLength(300, '文件编号太长'),
  v.regex(/^cloud:\/\/[\w.-]+\/events\/[\w-]+\.(jpe?g|png)$/i, '请重新选择照片'),
);
const thePhotos = v.pipe(
  v.array(v.strictObject({ fileId: A_PICTURE, caption: aLine(60) })),
  v.maxLength(18, '最多 18 张'),
);

/** Pictures of an event that has begun, all of them in their order. */
export const setPhotos = writing('eventDesk.setPhotos', {
  role: 'events',
  schema: v.strictObject({ eventId: anId, photos: thePhotos }),
  run: async (context, { eventId, photos }, transaction) => {
    const event = await eventWithin(transaction, eventId);
    if (!event) return refuse({ code: 'event_not_found' });
    if (context.now < event.startsAt) return refuse({ code: 'event_not_begun', startsAt: event.startsAt });
    const next = { ...event, photos };
    await transaction.put('events', next);
    return {
      value: deskEvent(next, context),
      log: { outcome: '更新活动照片', titleName: event.title, branchId: event.branchId },
    };
  },
});

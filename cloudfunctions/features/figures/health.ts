import type { Pulse } from '../../../typings/contract/figures';
import type { Instant } from '../../../typings/contract/shapes';
import { between, type Database } from '../../kernel/database';
import { addMinutes, minutesBetween } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';

const DAY = 24 * 60;

/** What tells that a service lives: its last act, after how many days it is late, and what to do then. */
interface Sign {
  service: string;
  late: number;
  next: string;
  lastAt(db: Database): Promise<Instant | ''>;
}

const lastOf =
  (action: string) =>
  async (db: Database): Promise<Instant | ''> => {
    const [line] = await db.find('operations', {
      where: { action },
      orderBy: [['at', 'desc']],
      limit: 1,
      fields: ['at'],
    });
    return line?.at ?? '';
  };

const SIGNS: readonly Sign[] = [
  { service: '借书', late: 3, next: '今天到服务台试借一册，检查扫码', lastAt: lastOf('desk.checkOut') },
  { service: '网上续借', late: 14, next: '请一位读者试着续借', lastAt: lastOf('loans.renew') },
  { service: '预约', late: 14, next: '检查预约规则是否过严', lastAt: lastOf('holds.place') },
  { service: '问馆员', late: 14, next: '在首页和书目页提醒读者可以提问', lastAt: lastOf('talks.open') },
  { service: '馆员答复', late: 14, next: '请值班馆员打开咨询台', lastAt: lastOf('talkDesk.say') },
  { service: '馆员书单', late: 60, next: '更新或新建一份书单', lastAt: lastOf('listDesk.save') },
  { service: '活动', late: 45, next: '发布下一场活动', lastAt: lastOf('eventDesk.save') },
  { service: '意见回复', late: 30, next: '打开读者意见，回复最早的一条', lastAt: lastOf('caseDesk.answer') },
];

/** When each service was last used or answered, with the next step. */
export const health = reading('figureDesk.health', {
  role: 'manager',
  schema: nothing,
  run: async ({ db, now, today }) => {
    const used = await Promise.all(SIGNS.map(({ lastAt }) => lastAt(db)));
    const [jobs, failed, lateCases] = await Promise.all([
      db.find('jobRuns', {
        where: {},
        orderBy: [['day', 'desc']],
        limit: 100,
        fields: ['startedAt', 'finishedAt'],
      }),
      db.count('outbox', { status: 'failed' }),
      db.count('cases', { state: 'open', dueOn: between({ below: today }) }),
    ]);
    const lastJob =
      jobs
        .map(({ startedAt }) => startedAt)
        .sort()
        .at(-1) ?? '';
    const pulses = [
      ...SIGNS.map((sign, at) => pulse(sign.service, used[at] ?? '', now, sign)),
      pulse('后台作业', lastJob, now, { late: 1, next: '检查云函数 jobs 的定时触发器' }),
      problem('消息发送失败', failed, '条', '检查订阅消息模板'),
      problem('逾期未回复的意见', lateCases, '条', '今天就回复'),
    ];
    return done({ pulses });
  },
});

const pulse = (
  service: string,
  lastAt: Instant | '',
  now: Instant,
  { late, next }: Pick<Sign, 'late' | 'next'>,
): Pulse => {
  const days = lastAt ? Math.floor(minutesBetween(lastAt, now) / DAY) : null;
  const isLate = !lastAt || lastAt < addMinutes(now, -late * DAY);
  return {
    service,
    lastAt,
    days,
    tone: lastAt ? (isLate ? 'soon' : 'good') : 'urgent',
    next: isLate ? next : '',
  };
};

const problem = (service: string, count: number, unit: string, next: string): Pulse => ({
  service: count > 0 ? `${service} ${count} ${unit}` : service,
  lastAt: '',
  days: 0,
  tone: count > 0 ? 'urgent' : 'good',
  next: count > 0 ? next : '',
});

import type { LocalDate, RulesApi } from '../../../typings/contract';
import { longDate, moment } from '../../lib/dates';

type Run = ReturnType<RulesApi['rules.jobs']>['list'][number];

const JOB_NAMES: Record<string, string> = {
  due_soon: '到期提醒',
  overdue: '逾期提醒',
  renew_by_themselves: '自动续借',
  event_tomorrow: '活动提醒',
  remind_owing: '欠费提醒',
  expire_holds: '预约过期',
  end_unneeded_holds: '不再需要的预约',
  mark_hopeless_holds: '标记等不到的预约',
  follow_up_cataloguing: '书目改动传到复本',
  goOnImporting: '继续导入书目',
  renew_index: '更新检索索引',
  mend_barcodes: '统一条码写法',
  ask_about_answers: '请人确认旧的回答',
  count_answers: '统计答复评价',
  count_loans: '统计借阅热度',
  count_figures: '统计各项数字',
  count_pairs: '统计常一起借的书',
  renew_next: '更新“接着读”',
  move_closures: '闭馆顺延',
  anonymise: '借阅记录匿名',
  end_guardianships: '监护关系到期处理',
  keep_terms: '到期资料清除',
  renew_keys: '更换签名密钥',
  forget_histories: '借阅历史清除',
  send_outbox: '发送通知',
  settle_events: '处理到时的活动报名',
  settle_talks: '整理到时的咨询',
  follow_up_deliveries: '文献传递的期限',
  match_profiles: '为定题查找新到',
  tell_profiles: '定题服务每周通知',
  take_files_away: '删除到期的文件',
  follow_up_media: '图片与语音的检查',
  tell_results: '通知评选结果',
  lapse_donations: '捐书的等候期限',
};

interface RunLine {
  key: string;
  name: string;
  tone: 'good' | 'soon' | 'urgent';
  status: string;
  facts: string;
}

/** What the daily jobs did; one that was begun on an earlier day and never ended stands out. */
export function runDays(list: Run[], today: LocalDate): { day: string; runs: RunLine[] }[] {
  const days = [...new Set(list.map(({ day }) => day))];
  return days.map((day) => ({
    day: longDate(day, today),
    runs: list
      .filter((run) => run.day === day)
      .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
      .map((run) => runLine(run, today)),
  }));
}

function runLine({ jobs, day, startedAt, finishedAt, done }: Run, today: LocalDate): RunLine {
  const key = `${jobs[0] ?? ''} ${day}`;
  const names = jobs.map((job) => JOB_NAMES[job] ?? job);
  if (names.length > 1) return quietLine(key, names, moment(startedAt, today));
  const state = finishedAt
    ? { tone: 'good' as const, status: '完成' }
    : day < today
      ? { tone: 'urgent' as const, status: '没有做完' }
      : { tone: 'soon' as const, status: '进行中' };
  return {
    key,
    name: names[0] ?? '',
    ...state,
    facts: `${moment(startedAt, today)} 开始，办了 ${done}\u00a0件`,
  };
}

/** Jobs that looked and found nothing to do. */
const quietLine = (key: string, names: readonly string[], at: string): RunLine => ({
  key,
  name: `${names.length} 项没有要办的`,
  tone: 'good',
  status: '完成',
  facts: `${at} 看过：${names.join('、')}`,
});

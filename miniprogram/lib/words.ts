import type { NoticeTopic } from '../../typings/contract';

/** The library's words for closed lists of the contract. */
export const topicNames: Record<NoticeTopic, { name: string; about: string }> = {
  due_soon: { name: '快到期', about: '到期前几天提醒' },
  overdue: { name: '已逾期', about: '逾期后提醒归还' },
  hold_ready: { name: '预约到书', about: '书到取书点时通知' },
  hold_expired: { name: '预约过期', about: '保留期过后告知' },
  event: { name: '活动', about: '报名与活动变动' },
  recap: { name: '讲座回顾', about: '讲座整理好后告知' },
  recall: { name: '召回', about: '有读者急需，请提前归还' },
  reference: { name: '咨询与文献', about: '馆员的回复、文献传递和定题服务' },
  closure: { name: '闭馆变动', about: '闭馆使到期日或取书日改变时告知' },
  account: { name: '读者证与费用', about: '审核结果、费用和家人的变动' },
  news: { name: '本馆通知', about: '与您有关的通知，临时闭馆等' },
  article: { name: '关注的栏目', about: '栏目有新文章时告知' },
};

/** "2026 0000 17": read aloud and compared in groups of four. */
export function grouped(cardNumber: string): string {
  return cardNumber.replace(/(.{4})(?=.)/g, '$1 ');
}

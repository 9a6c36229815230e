import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { Telling } from './notices';

const MONEY_PAGE = '/features/account/pages/money/index';
export const applicationDeclined = (reader: { readerId: string }, comment: string): Telling => ({
  occasion: `application_declined_${reader.readerId}`,
  readerId: reader.readerId,
  topic: 'account',
  title: '办证申请未通过',
  body: comment ? `您的办证申请未通过：${comment}` : '您的办证申请未通过，请到服务台咨询。',
  link: '/pages/me/index',
  facts: {},
});

export const applicationAccepted = (reader: { readerId: string }, cardNumber: string): Telling => ({
  occasion: `application_accepted_${reader.readerId}`,
  readerId: reader.readerId,
  topic: 'account',
  title: '读者证已开通',
  body: `您的读者证 ${cardNumber} 已开通，可以借书了。`,
  link: '/pages/me/index',
  facts: {},
});

const FAMILY_PAGE = '/features/account/pages/family/index';

/** Nothing that the asking side typed: whoever is asked may be a stranger to them. */
export const guardianAsked = (
  request: { requestId: string; guardianReaderId: string },
  cardEnd: string,
): Telling => ({
  occasion: `guardian_asked_${request.requestId}`,
  readerId: request.guardianReaderId,
  topic: 'account',
  title: '有小读者请您做监护人',
  body: `证号尾号 ${cardEnd} 的小读者办证时填写了您的证号。请核对后在“家人与读者证”里同意或拒绝；不认识的，拒绝即可。`,
  link: FAMILY_PAGE,
  facts: { title: '监护人确认' },
});

export const guardianConfirmed = (child: { readerId: string }, now: Instant): Telling => ({
  occasion: `guardian_confirmed_${child.readerId}_${now}`,
  readerId: child.readerId,
  topic: 'account',
  title: '监护人已确认',
  body: '监护人已确认，您的读者证可以使用了。',
  link: '/pages/me/index',
  facts: { title: '监护人已确认' },
});

export const guardianshipEnded = (reader: { readerId: string }, now: Instant): Telling => ({
  occasion: `guardianship_ended_${reader.readerId}_${now}`,
  readerId: reader.readerId,
  topic: 'account',
  title: '监护关系已解除',
  body: '读者证的监护关系已解除，详情见“家人与读者证”。',
  link: FAMILY_PAGE,
  facts: { title: '监护关系已解除' },
});

export const owing = (reader: { readerId: string; owes: number }, week: LocalDate): Telling => ({
  occasion: `owing_${reader.readerId}_${week}`,
  readerId: reader.readerId,
  topic: 'account',
  title: '有费用待缴',
  body: `您还有 ¥${(reader.owes / 100).toFixed(2)} 待缴，可到服务台缴纳；明细在“我的 · 费用”。`,
  link: MONEY_PAGE,
  facts: { title: '待缴费用', amount: (reader.owes / 100).toFixed(2) },
});

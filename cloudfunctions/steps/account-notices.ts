import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { Telling } from './notices';

const MONEY_PAGE = '/features/account/pages/money/index';
const FAMILY_PAGE = '/features/account/pages/family/index';
const ME_PAGE = '/pages/me/index';

/** What is told to a reader of their card. */
const aboutCard = (
  readerId: string,
  words: Pick<Telling, 'occasion' | 'title' | 'body' | 'link'>,
  facts: Telling['facts'] = {},
): Telling => ({ ...words, readerId, topic: 'account', facts });

export const applicationDeclined = ({ readerId }: { readerId: string }, comment: string): Telling =>
  aboutCard(readerId, {
    occasion: `application_declined_${readerId}`,
    title: '办证申请未通过',
    body: comment ? `您的办证申请未通过：${comment}` : '您的办证申请未通过，请到服务台咨询。',
    link: ME_PAGE,
  });

export const applicationAccepted = ({ readerId }: { readerId: string }, cardNumber: string): Telling =>
  aboutCard(readerId, {
    occasion: `application_accepted_${readerId}`,
    title: '读者证已开通',
    body: `您的读者证 ${cardNumber} 已开通，可以借书了。`,
    link: ME_PAGE,
  });

/** Nothing that the asking side typed: whoever is asked may be a stranger to them. */
export const guardianAsked = (
  request: { requestId: string; guardianReaderId: string },
  cardEnd: string,
): Telling =>
  aboutCard(
    request.guardianReaderId,
    {
      occasion: `guardian_asked_${request.requestId}`,
      title: '有小读者请您做监护人',
      body: `证号尾号 ${cardEnd} 的小读者办证时填写了您的证号。请核对后在“家人与读者证”里同意或拒绝；不认识的，拒绝即可。`,
      link: FAMILY_PAGE,
    },
    { title: '监护人确认' },
  );

/** What became of a guardian at a moment. */
const aboutGuardian = (
  { readerId }: { readerId: string },
  moment: string,
  words: Pick<Telling, 'title' | 'body' | 'link'>,
): Telling => aboutCard(readerId, { ...words, occasion: moment }, { title: words.title });

export const guardianConfirmed = (child: { readerId: string }, now: Instant): Telling =>
  aboutGuardian(child, `guardian_confirmed_${child.readerId}_${now}`, {
    title: '监护人已确认',
    body: '监护人已确认，您的读者证可以使用了。',
    link: ME_PAGE,
  });

export const guardianshipEnded = (reader: { readerId: string }, now: Instant): Telling =>
  aboutGuardian(reader, `guardianship_ended_${reader.readerId}_${now}`, {
    title: '监护关系已解除',
    body: '读者证的监护关系已解除，详情见“家人与读者证”。',
    link: FAMILY_PAGE,
  });

export const owing = ({ readerId, owes }: { readerId: string; owes: number }, week: LocalDate): Telling =>
  aboutCard(
    readerId,
    {
      occasion: `owing_${readerId}_${week}`,
      title: '有费用待缴',
      body: `您还有 ¥${(owes / 100).toFixed(2)} 待缴，可到服务台缴纳；明细在“我的 · 费用”。`,
      link: MONEY_PAGE,
    },
    { title: '待缴费用', amount: (owes / 100).toFixed(2) },
  );

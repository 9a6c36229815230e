import type { DeskItem, ItemStatus, LocalDate } from '../../../typings/contract';
import { localDateOf, longDate, shortDate } from '../../lib/dates';
import { yuan } from '../../lib/money';

const STATUS: Record<ItemStatus, { word: string; tone: string; icon: string }> = {
  available: { word: '在架', tone: 'good', icon: 'check-circle' },
  on_loan: { word: '已借出', tone: 'accent', icon: 'book' },
  on_hold_shelf: { word: '在预约架', tone: 'accent', icon: 'bookmark' },
  in_transit: { word: '在途', tone: 'soon', icon: 'transit' },
  lost: { word: '遗失', tone: 'urgent', icon: 'alert' },
  in_repair: { word: '修补中', tone: 'soon', icon: 'settings' },
  withdrawn: { word: '已剔除', tone: 'quiet', icon: 'trash' },
};

const USE: Record<DeskItem['use'], string> = {
  loan: '可外借',
  on_site: '只供馆内阅览',
  reference: '参考，不外借',
};

export type ItemAct =
  | 'claim'
  | 'unclaim'
  | 'lost'
  | 'damage'
  | 'repair'
  | 'withdraw'
  | 'shelve'
  | 'use'
  | 'copies'
  | 'queue'
  | 'log'
  | 'checkIn';

export interface ItemView {
  title: string;
  titleId: string;
  status: { word: string; tone: string; icon: string };
  facts: { name: string; value: string }[];
  loan: { readerId: string; text: string; loanId: string } | null;
  acts: { act: ItemAct; name: string; icon: string; urgent: boolean }[];
}

/** `cataloguer`: whoever looks may change what the copy and its title are. */
export function itemView(item: DeskItem, today: LocalDate, cataloguer = false): ItemView {
  return {
    title: item.title.authors ? `${item.title.title} · ${item.title.authors}` : item.title.title,
    titleId: item.title.titleId,
    status: STATUS[item.status],
    facts: factsOf(item, today),
    loan: loanOf(item, today),
    acts: actsOf(item, cataloguer),
  };
}

function factsOf(item: DeskItem, today: LocalDate): ItemView['facts'] {
  const { lastLoan, hold } = item;
  return [
    { name: '条码', value: item.barcode },
    {
      name: '现在在',
      value: item.toBranchName ? `${item.branchName} → ${item.toBranchName}` : item.branchName,
    },
    { name: '所属馆', value: item.homeBranchName },
    { name: '位置', value: [item.shelf, item.callNumber].filter(Boolean).join(' ') || '没有架位' },
    { name: '用途', value: USE[item.use] },
    { name: '定价', value: item.price > 0 ? yuan(item.price) : '不详' },
    { name: '书况', value: item.condition },
    {
      name: '预约',
      value: hold?.pickUpBy ? `保留到 ${longDate(hold.pickUpBy, today)}` : hold ? '已留给读者' : '',
    },
    { name: '排队', value: item.waiting > 0 ? `${item.waiting} 位读者在等` : '' },
    {
      name: '上次借阅',
      value: lastLoan
        ? `${lastLoan.readerName}，${shortDate(localDateOf(lastLoan.endedAt), today)} 还回`
        : '',
    },
  ].filter(({ value }) => value !== '');
}

function loanOf({ loan }: DeskItem, today: LocalDate): ItemView['loan'] {
  if (!loan) return null;
  const claimed = loan.claimedReturned ? '，读者称已还' : '';
  return {
    readerId: loan.readerId,
    loanId: loan.loanId,
    text: `${loan.readerName}，${longDate(loan.dueOn, today)} 到期${claimed}`,
  };
}

/** What can be done with the copy as it stands; the library has the last word. */
function actsOf({ status, loan, waiting }: DeskItem, cataloguer: boolean): ItemView['acts'] {
  const act = (name: ItemAct, words: string, icon: string, urgent = false) => ({
    act: name,
    name: words,
    icon,
    urgent,
  });
  const away = status === 'lost' || status === 'in_repair' || status === 'withdrawn';
  return [
    ...(loan ? [act('checkIn', '还回', 'return')] : []),
    ...(loan && !loan.claimedReturned ? [act('claim', '读者称已还', 'quote')] : []),
    ...(loan?.claimedReturned ? [act('unclaim', '撤销“称已还”', 'quote')] : []),
    ...(away ? [act('shelve', status === 'lost' ? '找到了，上架' : '恢复上架', 'shelf')] : []),
    act('damage', '登记破损', 'alert'),
    ...(status === 'available' ? [act('repair', '送修', 'settings')] : []),
    ...(status !== 'on_loan' && status !== 'withdrawn' ? [act('withdraw', '剔除', 'trash', true)] : []),
    ...(status !== 'lost' && status !== 'withdrawn' ? [act('lost', '登记遗失', 'alert', true)] : []),
    act('use', '改用途', 'settings'),
    ...(cataloguer ? [act('copies', '编目', 'classes')] : []),
    act('queue', waiting > 0 ? `预约队列（${waiting}）` : '预约队列', 'people'),
    act('log', '操作记录', 'clock'),
  ];
}

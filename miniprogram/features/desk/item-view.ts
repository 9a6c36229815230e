import type { DeskItem, ItemStatus, LocalDate } from '../../../typings/contract';
import { localDateOf, longDate, shortDate } from '../../lib/dates';
import { yuan } from '../../lib/money';
import { itemActs, USES, type ItemActName } from './item-acts';
import type { ItemPlace } from './item-places';

const STATUS: Record<ItemStatus, { word: string; tone: string; icon: string }> = {
  available: { word: '在架', tone: 'good', icon: 'check-circle' },
  on_loan: { word: '已借出', tone: 'accent', icon: 'book' },
  on_hold_shelf: { word: '在预约架', tone: 'accent', icon: 'bookmark' },
  in_transit: { word: '在途', tone: 'soon', icon: 'transit' },
  lost: { word: '遗失', tone: 'urgent', icon: 'alert' },
  in_repair: { word: '修补中', tone: 'soon', icon: 'settings' },
  withdrawn: { word: '已剔除', tone: 'quiet', icon: 'trash' },
};

export interface ItemView {
  title: string;
  titleId: string;
  status: { word: string; tone: string; icon: string };
  facts: { name: string; value: string }[];
  loan: { readerId: string; text: string; loanId: string } | null;
  acts: { act: ItemActName | ItemPlace; name: string; icon: string; urgent: boolean }[];
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
    { name: '用途', value: USES[item.use] },
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

type ActRow = ItemView['acts'][number];

const act = (name: ItemActName, icon: string, urgent = false): ActRow => ({
  act: name,
  name: itemActs[name].words,
  icon,
  urgent,
});
const way = (place: ItemPlace, name: string, icon: string): ActRow => ({
  act: place,
  name,
  icon,
  urgent: false,
});

const claimActs = ({ claimedReturned, claimedOnline }: NonNullable<DeskItem['loan']>): ActRow[] => {
  if (!claimedReturned) return [act('claim', 'quote')];
  return [...(claimedOnline ? [act('lookedFor', 'search')] : []), act('unclaim', 'quote')];
};

/** What can be done with the copy as it stands; the library has the last word. */
function actsOf({ status, loan, waiting }: DeskItem, cataloguer: boolean): ActRow[] {
  const away = status === 'lost' || status === 'in_repair' || status === 'withdrawn';
  return [
    ...(loan ? [way('checkIn', '还回', 'return')] : []),
    ...(loan ? claimActs(loan) : []),
    ...(away ? [{ ...act('shelve', 'shelf'), ...(status === 'lost' ? { name: '找到了，上架' } : {}) }] : []),
    act('damage', 'alert'),
    ...(status === 'available' ? [act('repair', 'settings')] : []),
    ...(status !== 'on_loan' && status !== 'withdrawn' ? [act('withdraw', 'trash', true)] : []),
    ...(status !== 'lost' && status !== 'withdrawn' ? [act('lost', 'alert', true)] : []),
    act('use', 'settings'),
    ...(cataloguer ? [way('copies', '编目', 'classes')] : []),
    way('queue', waiting > 0 ? `预约队列（${waiting}）` : '预约队列', 'people'),
    way('log', '操作记录', 'clock'),
  ];
}

import type { Shot } from './shots';
import { inTurn, type Stage } from './stage';

const desk = (page: string): string => `features/desk/pages/${page}/index`;
const TODAY = desk('today');
const MAIN = 'librarian';
const LINHE = 'librarian-linhe';

const scanCard = (card: string) => (stage: Stage) => stage.type('扫读者证', card, 'enter');
const scanCopies = async (stage: Stage, copies: string[]): Promise<void> => {
  for (const copy of copies) await stage.type('扫图书条码', copy, 'enter');
};

/** Barcodes of the demo library (demo/barcodes.json): cards of readers and copies in a known state. */
const cards = { lin: '331000000001', zhou: '331000000011', ma: '331000000008' };
const onShelf = ['YX00010306', 'YX00030110', 'YX00060119'];
const onLoanToLin = 'YX03320127';

/** A day at the desk, in the order of the work: each picture finds what the ones before have done. */
export const deskShots: Shot[] = [
  { name: 'desk-today', caption: '工作台', shows: TODAY, as: MAIN, wide: true },
  { name: 'desk-not-staff', caption: '工作台 · 不是馆员', shows: TODAY, as: 'librarian-former' },
  { name: 'desk-today-offline', caption: '工作台 · 离线', shows: TODAY, as: MAIN, network: 'offline' },
  { name: 'check-out', caption: '借书 · 等读者证', shows: desk('check-out'), as: MAIN, wide: true },
  {
    name: 'check-out-reader',
    caption: '借书 · 读者',
    shows: desk('check-out'),
    as: MAIN,
    wide: true,
    act: scanCard(cards.lin),
  },
  {
    name: 'check-out-blocked',
    caption: '借书 · 停借的读者',
    shows: desk('check-out'),
    as: MAIN,
    act: scanCard(cards.ma),
  },
  {
    name: 'check-out-unknown',
    caption: '借书 · 没有这张证',
    shows: desk('check-out'),
    as: MAIN,
    act: scanCard('331999999999'),
  },
  {
    name: 'check-out-copies',
    caption: '借书 · 借出三册',
    shows: desk('check-out'),
    as: MAIN,
    wide: true,
    act: inTurn(scanCard(cards.lin), (stage) => scanCopies(stage, onShelf)),
  },
  {
    name: 'check-out-refused',
    caption: '借书 · 这一册不能借',
    shows: desk('check-out'),
    as: MAIN,
    act: inTurn(scanCard(cards.zhou), (stage) => scanCopies(stage, ['YX00080125', onLoanToLin])),
  },
  { name: 'check-in', caption: '还书 · 等书', shows: desk('check-in'), as: MAIN, wide: true },
  {
    name: 'check-in-shelve',
    caption: '还书 · 上架',
    shows: desk('check-in'),
    as: MAIN,
    act: (stage) => scanCopies(stage, [onShelf[0]!]),
  },
  {
    name: 'check-in-hold-shelf',
    caption: '还书 · 放预约架，一次多册',
    shows: desk('check-in'),
    as: MAIN,
    wide: true,
    act: (stage) => scanCopies(stage, [onShelf[1]!, onLoanToLin, 'YX00350109']),
  },
  {
    name: 'check-in-transit',
    caption: '还书 · 送往别馆',
    shows: desk('check-in'),
    as: LINHE,
    act: (stage) => scanCopies(stage, [onShelf[2]!]),
  },
  {
    name: 'check-in-unknown',
    caption: '还书 · 不认识的条码',
    shows: desk('check-in'),
    as: MAIN,
    act: (stage) => scanCopies(stage, ['9787020002207']),
  },
  {
    name: 'hold-shelf',
    caption: '预约架',
    shows: desk('hold-shelf'),
    starts: TODAY,
    as: MAIN,
    wide: true,
    act: (stage) => stage.tap('预约架'),
  },
  {
    name: 'to-fetch',
    caption: '待取书',
    shows: desk('to-fetch'),
    starts: TODAY,
    as: MAIN,
    wide: true,
    act: (stage) => stage.tap('待取书'),
  },
  {
    name: 'log',
    caption: '操作记录',
    shows: desk('log'),
    starts: TODAY,
    as: MAIN,
    wide: true,
    act: (stage) => stage.tap('操作记录'),
  },
];

import { face, pending, type ScanRow } from '../../miniprogram/features/desk/scan-row';
import { stage, textOf } from './stage';

const scanCard = stage('scan-card', 'features/desk/components');

function aRow(change: Partial<ScanRow>): ScanRow {
  const done = face({ state: 'done', tone: 'good', icon: 'check', word: '已借出', big: '12月22日 周二到期' });
  return {
    ...done,
    key: 'k1',
    requestId: 'k1',
    number: 0,
    barcode: 'YX1',
    time: '10:00',
    title: '红楼梦',
    ...change,
  };
}

test('a done scan can be taken back', () => {
  const comp = scanCard({ row: aRow({}) });
  const heard = jest.fn();
  comp.addEventListener('undo', (event) => void heard(event.detail));
  expect(textOf(comp)).toContain('撤销');
  comp.instance?.undo?.();
  expect(heard).toHaveBeenCalledWith({ key: 'k1' });
});

test('a refusal that may be set aside offers it, another does not', () => {
  const refused = {
    state: 'refused',
    tone: 'urgent',
    word: '不能借',
    lines: [{ code: 'a', text: '已借满' }],
  } as const;
  expect(
    textOf(scanCard({ row: aRow({ ...refused, lines: [...refused.lines], overridable: true }) })),
  ).toContain('放行');
  expect(textOf(scanCard({ row: aRow({ ...refused, lines: [...refused.lines] }) }))).not.toContain('放行');
});

test('a fine offers the payment and names its reader', () => {
  const comp = scanCard({ row: aRow({ payer: 'r9', payText: '收滞纳金 ¥0.30' }) });
  const heard = jest.fn();
  comp.addEventListener('pay', (event) => void heard(event.detail));
  expect(textOf(comp)).toContain('收滞纳金 ¥0.30');
  comp.instance?.pay?.();
  expect(heard).toHaveBeenCalledWith({ readerId: 'r9' });
});

test('a kept scan says that nothing was checked, and a conflict leads to its list', () => {
  const kept = textOf(scanCard({ row: aRow({ ...pending(), title: '' }) }));
  expect(kept).toContain('已记下');
  expect(kept).toContain('没有核对');
  const conflict = scanCard({ row: aRow({ state: 'conflict', tone: 'urgent', word: '有冲突' }) });
  expect(textOf(conflict)).toContain('看离线冲突');
});

import type { AskField } from '../../miniprogram/components/ask-sheet/fields';
import { stage } from './stage';

const askSheet = stage('ask-sheet');

const fields: AskField[] = [
  { name: 'amount', label: '金额', kind: 'money', value: '3.00', required: true, most: 300 },
  { name: 'comment', label: '理由', kind: 'lines', value: '', required: true },
  { name: 'repair', label: '送修', kind: 'switch', value: '' },
];

function opened() {
  const comp = askSheet({ visible: true, heading: '减免', fields, confirm: '减免' });
  const heard = jest.fn();
  comp.addEventListener('confirm', (event) => void heard(event.detail));
  return { comp, heard, data: () => comp.data as { remarks: Record<string, string> } };
}

const typed = (name: string, value: string) => ({ detail: { value }, currentTarget: { dataset: { name } } });

test('nothing is sent while something is missing, and the field says what', () => {
  const { comp, heard, data } = opened();
  comp.instance?.confirm?.();
  expect(heard).not.toHaveBeenCalled();
  expect(data().remarks).toEqual({ comment: '请填写理由' });
  comp.instance?.answer?.(typed('comment', '住院'));
  expect(data().remarks.comment).toBe('');
});

test('what was typed and flipped goes out as it stands', () => {
  const { comp, heard } = opened();
  comp.instance?.answer?.(typed('comment', '住院'));
  comp.instance?.flip?.(typed('repair', ''));
  comp.instance?.confirm?.();
  expect(heard).toHaveBeenCalledWith({ answers: { amount: '3.00', comment: '住院', repair: 'yes' } });
});

test('a second tap while it is being done does nothing', () => {
  const { comp, heard } = opened();
  comp.instance?.answer?.(typed('comment', '住院'));
  comp.setData({ busy: true });
  comp.instance?.confirm?.();
  expect(heard).not.toHaveBeenCalled();
});

test('more than there is cannot be given', () => {
  const { comp, heard, data } = opened();
  comp.instance?.answer?.(typed('comment', '住院'));
  comp.instance?.answer?.(typed('amount', '3.01'));
  comp.instance?.confirm?.();
  expect(heard).not.toHaveBeenCalled();
  expect(data().remarks.amount).toBe('最多 3.00 元');
});

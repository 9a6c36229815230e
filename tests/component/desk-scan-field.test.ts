import { stage, textOf } from './stage';

const phone = { platform: 'android', width: 390, store: new Map<string, unknown>() };
Object.assign(wx, {
  getStorageSync: (key: string) => phone.store.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void phone.store.set(key, value),
  getDeviceInfo: () => ({ platform: phone.platform }),
  getWindowInfo: () => ({ windowWidth: phone.width }),
  nextTick: (then: () => void) => void Promise.resolve().then(then),
});

const scanField = stage('scan-field');
const settle = () => new Promise((resolve) => setTimeout(resolve, 400));

beforeEach(() => {
  phone.platform = 'android';
  phone.width = 390;
  phone.store.clear();
});

test('Enter hands the code over, clears the field and keeps the keyboard as the way of this device', async () => {
  const comp = scanField({ placeholder: '扫图书条码' });
  const heard = jest.fn();
  comp.addEventListener('scan', heard);
  comp.instance?.confirm({ detail: { value: ' YX00010306 ' } });
  await settle();
  expect(heard).toHaveBeenCalledTimes(1);
  expect(heard.mock.calls[0][0].detail).toEqual({ code: 'YX00010306' });
  expect(comp.data.typed).toBe('');
  expect(comp.data.focus).toBe(true);
  expect(phone.store.get('desk-keyboard')).toBe(true);
});

test('an empty Enter asks for nothing', () => {
  const comp = scanField({});
  const heard = jest.fn();
  comp.addEventListener('scan', heard);
  comp.instance?.confirm({ detail: { value: '  ' } });
  expect(heard).not.toHaveBeenCalled();
});

test('what is typed by hand can be confirmed by a tap', () => {
  const comp = scanField({});
  const heard = jest.fn();
  comp.addEventListener('scan', heard);
  comp.instance?.type({ detail: { value: '331000000001' } });
  expect(textOf(comp)).toContain('确认');
  comp.instance?.tapConfirm();
  expect(heard.mock.calls[0][0].detail).toEqual({ code: '331000000001' });
});

test('on a phone the soft keyboard does not come up by itself', async () => {
  const comp = scanField({});
  await settle();
  expect(comp.data.focus).toBe(false);
  comp.setData({ turn: 1 });
  await settle();
  expect(comp.data.focus).toBe(false);
});

test('on a desktop the field takes the focus at once, and again after a dialog', async () => {
  phone.platform = 'windows';
  const comp = scanField({});
  await settle();
  expect(comp.data.focus).toBe(true);
  comp.instance?.focusIn();
  expect(textOf(comp)).toContain('可以扫码');
  comp.instance?.focusOut();
  expect(comp.data.focus).toBe(false);
  comp.setData({ turn: 1 });
  await settle();
  expect(comp.data.focus).toBe(true);
});

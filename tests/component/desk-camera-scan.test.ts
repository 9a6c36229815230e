import { stage, textOf } from './stage';

const cameraScan = stage('camera-scan', 'features/desk/components');

function found(comp: ReturnType<typeof cameraScan>, code: string): void {
  comp.instance?.found?.({ detail: { result: code } });
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('a book that lies under the camera is one scan, the next book the next', () => {
  const comp = cameraScan({});
  const heard = jest.fn();
  comp.addEventListener('scan', (event) => void heard((event.detail as { code: string }).code));
  for (let frame = 0; frame < 20; frame += 1) {
    found(comp, 'YX1');
    jest.advanceTimersByTime(300);
  }
  found(comp, 'YX2');
  found(comp, 'YX2');
  expect(heard.mock.calls).toEqual([['YX1'], ['YX2']]);
});

test('the same book that was taken away and comes again is meant again', () => {
  const comp = cameraScan({});
  const heard = jest.fn();
  comp.addEventListener('scan', heard);
  found(comp, 'YX1');
  jest.advanceTimersByTime(2_000);
  found(comp, 'YX1');
  expect(heard).toHaveBeenCalledTimes(2);
});

test('a camera that was not allowed says how to allow it', () => {
  const comp = cameraScan({});
  comp.instance?.refuse?.();
  expect(textOf(comp)).toContain('请允许使用摄像头');
});

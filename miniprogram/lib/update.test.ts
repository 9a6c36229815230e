import { followUpdates, offerUpdate } from './update';

/** The update manager and the pages, as far as they matter here. */
const HOME = 'pages/home/index';
const FORM = 'features/account/pages/apply/index';
const phone = (...routes: string[]) => {
  const apply = jest.fn();
  let ready: () => void = () => undefined;
  const showModal = jest.fn();
  const getUpdateManager = () => ({
    onUpdateReady: (told: () => void) => (ready = told),
    applyUpdate: apply,
  });
  Object.assign(globalThis, {
    wx: { getUpdateManager, showModal },
    getCurrentPages: () => routes.map((route) => ({ route })),
  });
  followUpdates();
  const answer = (confirm: boolean): void => showModal.mock.calls.at(-1)?.[0].success({ confirm });
  return { apply, showModal, answer, comes: () => ready() };
};

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'wx');
  Reflect.deleteProperty(globalThis, 'getCurrentPages');
});

it('without a new version nobody is asked', () => {
  const { showModal } = phone(HOME);
  offerUpdate();
  expect(showModal).not.toHaveBeenCalled();
});

it('a new version never restarts by itself; who says so gets it', () => {
  const { comes, apply, answer } = phone(HOME);
  comes();
  expect(apply).not.toHaveBeenCalled();
  answer(true);
  expect(apply).toHaveBeenCalledTimes(1);
});

it('in the middle of something nobody is asked; back at the root of a tab, once', () => {
  const { comes, showModal, answer, apply } = phone(HOME, FORM);
  comes();
  expect(showModal).not.toHaveBeenCalled();
  Object.assign(globalThis, { getCurrentPages: () => [{ route: HOME }] });
  offerUpdate();
  answer(false);
  offerUpdate();
  expect(showModal).toHaveBeenCalledTimes(1);
  expect(apply).not.toHaveBeenCalled();
});

it('a form that a shared link opened is no such place', () => {
  const { comes, showModal } = phone(FORM);
  comes();
  expect(showModal).not.toHaveBeenCalled();
});

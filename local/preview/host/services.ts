interface Question {
  title?: string;
  content?: string;
  confirmText?: string;
  cancelText?: string;
}

/** What built-ins ask of the phone; filled in when the phone starts, so that built-ins need not know it. */
interface Services {
  confirm(question: Question): Promise<boolean>;
  navigate(kind: string, url: string, delta: number): void;
  share(): void;
  avatar(): string;
  phoneCode(): string;
}

export const services: Services = {
  confirm: () => Promise.reject(new Error('the phone has not started')),
  navigate: () => undefined,
  share: () => undefined,
  avatar: () => '',
  phoneCode: () => '',
};

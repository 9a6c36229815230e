/** What the compiler says about the mini program (see compiler/compile.ts). */
export interface Description {
  app: AppConfig;
  theme: Record<'light' | 'dark', Record<string, string> | undefined>;
  pages: string[];
  units: Record<string, UnitConfig>;
  styles: Record<string, string>;
  problems: Problem[];
}

interface AppConfig {
  window?: WindowConfig;
  tabBar?: TabBarConfig;
  darkmode?: boolean;
  entryPagePath?: string;
  [key: string]: unknown;
}

export interface WindowConfig {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: string;
  navigationStyle?: string;
  backgroundColor?: string;
  backgroundTextStyle?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
  disableScroll?: boolean;
}

export interface UnitConfig extends WindowConfig {
  component?: boolean;
  styleIsolation?: string;
  addGlobalClass?: boolean;
  usingComponents: Record<string, string>;
  [key: string]: unknown;
}

export interface TabBarConfig {
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: string;
  list: TabItem[];
}

export interface TabItem {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}

interface Problem {
  severity: 'error' | 'warning';
  file: string;
  line: number;
  column: number;
  message: string;
}

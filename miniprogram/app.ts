import { connect } from './lib/call';
import { followTheme } from './lib/look';
import { followUpdates } from './lib/update';

App({
  onLaunch() {
    connect();
    followUpdates();
  },
  onThemeChange({ theme }: { theme: string }) {
    followTheme(theme);
  },
});
